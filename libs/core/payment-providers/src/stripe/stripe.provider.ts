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
import { tryStripe, outcomeOf } from './stripe-outcomes';
import { StripePayments } from './payments/stripe-payments';
import { completeSetupSession, createSetupSession, detachSavedMethod } from './stripe-saved-methods';

/** Stripe with all payment methods of the account. Only this one saves cards. */
export class StripeProvider extends StripePayments {
  constructor(options: StripeOptions = {}) {
    super(options, ALL_WAYS_TO_PAY);
  }

  createSetupSession(request: CreateSetupSessionRequest): Promise<Outcome<ProviderSetupSession>> {
    return outcomeOf(async () => createSetupSession(this.clients.clientFor(request.settings), request));
  }

  completeSetupSession(request: CompleteSetupSessionRequest): Promise<Outcome<Saving>> {
    return tryStripe(async () => completeSetupSession(this.clients.clientFor(request.settings), request));
  }

  detachSavedMethod(request: DetachSavedMethodRequest): Promise<Outcome<Detached>> {
    return outcomeOf(async () => detachSavedMethod(this.clients.clientFor(request.settings), request));
  }
}

/** All Stripe provider ids, sharing the server's account. */
export function stripeProviders(options: StripeOptions): PaymentProvider[] {
  const single = SINGLE_WAYS_TO_PAY.map((method) => new StripePayments(options, method));
  return [new StripeProvider(options), ...single];
}
