import type {
  CompleteSetupSessionRequest,
  CreateSetupSessionRequest,
  Detached,
  DetachSavedMethodRequest,
  Outcome,
  PaymentProvider,
  ProviderSetupSession,
  Saving,
} from '@tandem/provider-kit';
import type { StripeOptions } from './stripe-clients';
import { ALL_WAYS_TO_PAY, SINGLE_WAYS_TO_PAY } from './stripe-methods';
import { answerOf, outcomeOf } from './stripe-outcomes';
import { StripePayments } from './payments/stripe-payments';
import { completeSetupSession, createSetupSession, detachSavedMethod } from './stripe-saved-methods';

/** Stripe with all the ways to pay that an account has switched on. It alone keeps cards: the single ways keep none. */
export class StripeProvider extends StripePayments {
  constructor(options: StripeOptions = {}) {
    super(options, ALL_WAYS_TO_PAY);
  }

  createSetupSession(request: CreateSetupSessionRequest): Promise<Outcome<ProviderSetupSession>> {
    return outcomeOf(async () => createSetupSession(this.clients.for(request.settings), request));
  }

  completeSetupSession(request: CompleteSetupSessionRequest): Promise<Outcome<Saving>> {
    return answerOf(async () => completeSetupSession(this.clients.for(request.settings), request));
  }

  detachSavedMethod(request: DetachSavedMethodRequest): Promise<Outcome<Detached>> {
    return outcomeOf(async () => detachSavedMethod(this.clients.for(request.settings), request));
  }
}

/** Every id of Stripe's, on one account of the server's. */
export function stripeProviders(options: StripeOptions): PaymentProvider[] {
  const single = SINGLE_WAYS_TO_PAY.map((method) => new StripePayments(options, method));
  return [new StripeProvider(options), ...single];
}
