import {
  succeeded,
  type Authorization,
  type AuthorizeRequest,
  type CancelRequest,
  type CancelSessionRequest,
  type ClosedSession,
  type CompleteSetupSessionRequest,
  type CreateAccountHolderRequest,
  type CreateSessionRequest,
  type CreateSetupSessionRequest,
  type Detached,
  type DetachSavedMethodRequest,
  type LookUpRequest,
  type TransactionRequest,
  type TransactionResult,
  type NeverReceived,
  type Outcome,
  type ParsedEvent,
  type PaymentAtGateway,
  type PaymentProvider,
  type ProviderAccountHolder,
  type ProviderCapabilities,
  type ProviderSession,
  type ProviderSettings,
  type ProviderSetupSession,
  type ReadPaymentRequest,
  type Refunded,
  type ReceivedEvent,
  type Saving,
  type UpdateSessionRequest,
  type VerbResult,
  type VerifiedEvent,
} from '@tandem/provider-kit';
import type Stripe from 'stripe';
import { toStripe } from './stripe-amount';
import { StripeClients, type StripeOptions } from './stripe-clients';
import { createCustomer } from './stripe-customers';
import {
  asAsked,
  authorizationFrom,
  CAPTURE,
  captureReference,
  checkAmount,
  checkRefund,
  isIn,
  NotWhatWasAsked,
  OPERATION,
} from './stripe-intents';
import { parseStripeEvent, verifyStripeEvent } from './stripe-events';
import { captureOf, find } from './stripe-look-up';
import { answerOf, declined, isOfAnotherState, outcomeOf, shown } from './stripe-outcomes';
import { hasFailed, refundedFrom } from './stripe-refunds';
import { completeSetupSession, createSetupSession, detachSavedMethod } from './stripe-saved-methods';
import { readStripePayment } from './stripe-read-payment';
import { SIGNING_SETTINGS } from './stripe-signatures';
import { openIntent, sessionFrom } from './stripe-sessions';

/**
 * Stripe, through its PaymentIntents (https://docs.stripe.com/api/payment_intents):
 * - the shopper's page confirms an intent with Stripe itself; the server confirms one with a saved card;
 * - an intent is captured once, and what is not captured then is let go;
 * - before money is moved the intent is read: what cannot be read is unknown, and nothing is sent.
 */
export class StripeProvider implements PaymentProvider {
  readonly capabilities: ProviderCapabilities = {
    id: 'pp_stripe_stripe',
    displayName: 'Stripe',
    currencies: 'any',
    testOnly: false,
    sessionRequired: true,
    local: { sessions: false },
    // Not required: a server may have an account of its own for all its methods.
    settings: [
      { key: 'secret_key', type: 'password', label: 'Secret key' },
      { key: 'publishable_key', type: 'string', label: 'Publishable key' },
      ...SIGNING_SETTINGS,
    ],
    supports: {
      capture: 'once',
      partialCapture: true,
      partialRefund: true,
      cancel: true,
      savedMethods: true,
      accountHolders: true,
    },
  };

  private readonly clients: StripeClients;

  constructor(options: StripeOptions = {}) {
    this.clients = new StripeClients(options);
  }

  createAccountHolder(request: CreateAccountHolderRequest): Promise<Outcome<ProviderAccountHolder>> {
    return outcomeOf(async () => createCustomer(this.clients.for(request.settings), request));
  }

  createSession(request: CreateSessionRequest): Promise<Outcome<ProviderSession>> {
    return outcomeOf(async () => {
      const stripe = this.clients.for(request.settings);
      return sessionFrom(stripe, await openIntent(stripe, request), request);
    });
  }

  updateSession({
    operationKey,
    settings,
    session,
    ...to
  }: UpdateSessionRequest): Promise<Outcome<ProviderSession>> {
    return outcomeOf(async () => {
      const intent = await this.clients
        .for(settings)
        .paymentIntents.update(
          session.externalId,
          { amount: toStripe(to.amount) },
          { idempotencyKey: operationKey },
        );
      checkAmount(asAsked(intent, session.externalId), to.amount);
      // What Stripe has said of the session stands, whatever the caller sends under the same names.
      const { client_secret, publishable_key, customer_id, ephemeral_key_secret } = session.data;
      const ours = { client_secret, publishable_key, customer_id, ephemeral_key_secret };
      return { externalId: session.externalId, data: { ...session.data, ...to.data, ...ours } };
    });
  }

  /** The shopper's page has confirmed it with Stripe, or not: it is read back. A saved card is confirmed here. */
  authorize({ operationKey, settings, session, amount }: AuthorizeRequest): Promise<Outcome<Authorization>> {
    return answerOf(async () => {
      const intent = await this.read(settings, session.externalId);
      checkAmount(intent, amount);
      if (intent.status !== 'requires_confirmation') return authorizationFrom(intent);
      const confirmed = await this.confirm(settings, intent.id, operationKey);
      checkAmount(confirmed, amount);
      return authorizationFrom(confirmed);
    });
  }

  capture({
    operationKey,
    settings,
    payment,
    amount,
  }: TransactionRequest): Promise<Outcome<TransactionResult>> {
    return answerOf(async () => {
      const held = await this.read(settings, payment.reference);
      if (!isIn(held, amount)) return declined('unsupported_currency');
      // What it has done before is not sent again: Stripe forgets a key after a day, and would refuse.
      const before = captureOf(held, { operationKey, amount });
      if (before.status !== 'never_received') return before;
      const intent = await this.clients
        .for(settings)
        .paymentIntents.capture(
          held.id,
          { amount_to_capture: toStripe(amount), metadata: { [CAPTURE]: operationKey } },
          { idempotencyKey: operationKey },
        );
      checkAmount({ amount: asAsked(intent, held.id).amount_received, currency: intent.currency }, amount);
      return succeeded({ reference: captureReference(intent) });
    }, 'not_capturable');
  }

  refund({ operationKey, settings, payment, amount }: TransactionRequest): Promise<Outcome<Refunded>> {
    return answerOf(async () => {
      const paid = await this.read(settings, payment.reference);
      if (!isIn(paid, amount)) return declined('unsupported_currency');
      // Stripe would take it for a cancellation of what is held.
      if (paid.amount_received === 0) return declined('not_refundable');
      const metadata = { [OPERATION]: operationKey };
      const refund = await this.clients
        .for(settings)
        .refunds.create(
          { payment_intent: paid.id, amount: toStripe(amount), metadata },
          { idempotencyKey: operationKey },
        );
      checkRefund(refund, paid.id, amount);
      return hasFailed(refund) ? declined('not_refundable') : succeeded(refundedFrom(refund));
    }, 'not_refundable');
  }

  cancel({ operationKey, settings, payment }: CancelRequest): Promise<Outcome<TransactionResult>> {
    return answerOf(async () => {
      const held = await this.read(settings, payment.reference);
      if (held.status !== 'canceled') await this.cancelIntent(settings, held.id, operationKey);
      return succeeded({ reference: held.id });
    }, 'not_cancelable');
  }

  /** What a shopper has authorized and never completed is let go; what was taken stays, and an operator sees it. */
  cancelSession({ operationKey, settings, session }: CancelSessionRequest): Promise<Outcome<ClosedSession>> {
    return answerOf(async () => {
      const { id, status } = await this.read(settings, session.externalId);
      if (status !== 'canceled') await this.cancelIntent(settings, id, operationKey);
      return succeeded({ externalId: id });
    }, 'not_cancelable');
  }

  lookUp(request: LookUpRequest): Promise<Outcome<VerbResult> | NeverReceived> {
    return answerOf(() => shown(() => find(this.clients.for(request.settings), request)));
  }

  verifyEvent(received: ReceivedEvent): VerifiedEvent {
    return verifyStripeEvent(received);
  }

  parseEvent(received: ReceivedEvent): Promise<ParsedEvent> {
    return parseStripeEvent(this.clients.for(received.settings), received);
  }

  readPayment(request: ReadPaymentRequest): Promise<Outcome<PaymentAtGateway>> {
    return outcomeOf(async () => readStripePayment(this.clients.for(request.settings), request));
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

  private async read(settings: ProviderSettings, id: string): Promise<Stripe.PaymentIntent> {
    return asAsked(await shown(async () => this.clients.for(settings).paymentIntents.retrieve(id)), id);
  }

  /** Where somebody was first, with the shopper's page, their outcome is read: a refusal to confirm again is none to pay. */
  private async confirm(settings: ProviderSettings, id: string, key: string): Promise<Stripe.PaymentIntent> {
    try {
      const { paymentIntents } = this.clients.for(settings);
      return asAsked(await paymentIntents.confirm(id, {}, { idempotencyKey: key }), id);
    } catch (error) {
      if (isOfAnotherState(error)) return this.read(settings, id);
      throw error;
    }
  }

  private async cancelIntent(settings: ProviderSettings, id: string, idempotencyKey: string): Promise<void> {
    const { paymentIntents } = this.clients.for(settings);
    const { status } = asAsked(await paymentIntents.cancel(id, {}, { idempotencyKey }), id);
    if (status !== 'canceled') throw new NotWhatWasAsked();
  }
}
