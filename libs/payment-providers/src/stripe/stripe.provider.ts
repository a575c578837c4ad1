import type {
  Authorization,
  AuthorizeRequest,
  CancelRequest,
  CreateSessionRequest,
  LookUpRequest,
  MoveMoneyRequest,
  Moved,
  NeverReceived,
  Outcome,
  PaymentProvider,
  ProviderFacts,
  ProviderSession,
  UpdateSessionRequest,
  VerbResult,
} from '@tandem/provider-kit';
import type Stripe from 'stripe';
import { toStripe } from './stripe-amount';
import {
  authorizationFrom,
  checkAmount,
  NotWhatWasAsked,
  OPERATION,
  referenceOf,
  sessionFrom,
} from './stripe-intents';
import { declined, outcomeOf } from './stripe-outcomes';
import { lookUp } from './stripe-look-up';

/** Stripe, through its PaymentIntents (https://docs.stripe.com/api/payment_intents). */
export class StripeProvider implements PaymentProvider {
  readonly facts: ProviderFacts = {
    id: 'pp_stripe_stripe',
    displayName: 'Stripe',
    currencies: 'any',
    testOnly: false,
    sessionRequired: true,
    local: { sessions: false },
    supports: {
      partialCapture: true,
      partialRefund: true,
      cancel: true,
      savedMethods: true,
      accountHolders: true,
    },
  };

  constructor(private readonly stripe: Stripe) {}

  createSession(request: CreateSessionRequest): Promise<Outcome<ProviderSession>> {
    const { operationKey, sessionId, amount, data, capture } = request;
    return outcomeOf(async () => {
      if (amount === undefined) throw new NotWhatWasAsked();
      const intent = await this.stripe.paymentIntents.create(
        {
          amount: toStripe(amount),
          currency: amount.currency.toLowerCase(),
          capture_method: capture,
          automatic_payment_methods: { enabled: true },
          metadata: { [OPERATION]: operationKey, tandem_session: sessionId },
        },
        { idempotencyKey: operationKey },
      );
      checkAmount(intent, amount);
      return sessionFrom(intent, data);
    });
  }

  updateSession({
    operationKey,
    session,
    amount,
    data,
  }: UpdateSessionRequest): Promise<Outcome<ProviderSession>> {
    return outcomeOf(async () => {
      const intent = await this.stripe.paymentIntents.update(
        session.externalId,
        { amount: toStripe(amount) },
        { idempotencyKey: operationKey },
      );
      checkAmount(intent, amount);
      return sessionFrom(intent, { ...session.data, ...data });
    });
  }

  /** The shopper's page has confirmed it with Stripe, or not: it is read back, and nothing is sent. */
  async authorize({ session, amount }: AuthorizeRequest): Promise<Outcome<Authorization>> {
    const read = await outcomeOf(async () => {
      const intent = await this.stripe.paymentIntents.retrieve(session.externalId);
      checkAmount(intent, amount);
      return authorizationFrom(intent);
    });
    return read.is === 'done' ? read.value : read;
  }

  capture({ operationKey, payment, amount }: MoveMoneyRequest): Promise<Outcome<Moved>> {
    return outcomeOf(async () => {
      const intent = await this.stripe.paymentIntents.capture(
        payment.reference,
        { amount_to_capture: toStripe(amount) },
        { idempotencyKey: operationKey },
      );
      if (intent.amount_received !== toStripe(amount)) throw new NotWhatWasAsked();
      return { reference: referenceOf(intent.latest_charge) ?? intent.id };
    });
  }

  async refund({ operationKey, payment, amount }: MoveMoneyRequest): Promise<Outcome<Moved>> {
    const made = await outcomeOf(() =>
      this.stripe.refunds.create(
        {
          payment_intent: payment.reference,
          amount: toStripe(amount),
          metadata: { [OPERATION]: operationKey },
        },
        { idempotencyKey: operationKey },
      ),
    );
    if (made.is !== 'done') return made;
    const { id, status } = made.value;
    if (status === 'failed' || status === 'canceled') return declined('not_refundable');
    return { is: 'done', value: { reference: id } };
  }

  cancel({ operationKey, payment }: CancelRequest): Promise<Outcome<Moved>> {
    return outcomeOf(async () => {
      const { id } = await this.stripe.paymentIntents.cancel(
        payment.reference,
        {},
        { idempotencyKey: operationKey },
      );
      return { reference: id };
    });
  }

  lookUp(request: LookUpRequest): Promise<Outcome<VerbResult> | NeverReceived> {
    return lookUp(this.stripe, request);
  }
}
