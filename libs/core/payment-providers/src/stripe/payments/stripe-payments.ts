import {
  succeeded,
  type Authorization,
  type AuthorizeRequest,
  type CancelRequest,
  type CancelSessionRequest,
  type CheckSettingsRequest,
  type ClosedSession,
  type CreateAccountHolderRequest,
  type CreateSessionRequest,
  type LookUpRequest,
  type TransactionRequest,
  type TransactionResult,
  type NeverDelivered,
  type Outcome,
  type ParsedEvent,
  type PaymentAtGateway,
  type PaymentProvider,
  type ProviderAccountHolder,
  type ProviderCapabilities,
  type ProviderMoney,
  type ProviderSession,
  type ProviderSettings,
  type ReadPaymentRequest,
  type Refunded,
  type ReceivedEvent,
  type SettingsCheck,
  type UpdateSessionRequest,
  type VerbResult,
  type VerifiedEvent,
} from '@tandem/provider-kit';
import type Stripe from 'stripe';
import { toStripe } from '../stripe-amount';
import { StripeClients, type StripeOptions } from '../stripe-clients';
import { createCustomer } from '../stripe-customers';
import { confirmationOf } from '../sessions/stripe-confirmation';
import { parseStripeEvent, verifyStripeEvent } from '../events/stripe-events';
import {
  authorizationFrom,
  captureReference,
  checkAmount,
  checkRefund,
  isIn,
  readIntent,
} from '../sessions/stripe-intents';
import { captureOf, lookUpOperation } from './stripe-look-up';
import { stripeCapabilities, type StripeMethod } from '../stripe-methods';
import { expectId, CAPTURE, UnexpectedObject, OPERATION } from '../stripe-objects';
import { tryStripe, outcomeOf, tryRead } from '../stripe-outcomes';
import { readStripePayment } from './stripe-read-payment';
import { refundedFrom } from './stripe-refunds';
import { declined, hasUnexpectedState } from '../stripe-refusals';
import { changeIntent, createSessionIntent, sessionFrom } from '../sessions/stripe-sessions';
import { tryKey } from '../stripe-settings';

/**
 * Stripe PaymentIntents (https://docs.stripe.com/api/payment_intents):
 * - the shopper's page confirms an intent with Stripe directly; the server confirms one with a saved card;
 * - an intent is captured once, which releases the rest;
 * - the intent is read before money is moved: if it cannot be read, the outcome is unknown and nothing is sent.
 */
export class StripePayments implements PaymentProvider {
  readonly capabilities: ProviderCapabilities;

  protected readonly clients: StripeClients;

  constructor(
    options: StripeOptions,
    private readonly method: StripeMethod,
  ) {
    this.clients = new StripeClients(options);
    this.capabilities = stripeCapabilities(method);
  }

  async checkSettings({ settings }: CheckSettingsRequest): Promise<SettingsCheck> {
    try {
      return await tryKey(this.clients.clientFor(settings));
    } catch {
      // The method has no key of its own; the server's key is not tested here.
      return { status: 'ok' };
    }
  }

  createAccountHolder(request: CreateAccountHolderRequest): Promise<Outcome<ProviderAccountHolder>> {
    return outcomeOf(async () => createCustomer(this.clients.clientFor(request.settings), request));
  }

  createSession(request: CreateSessionRequest): Promise<Outcome<ProviderSession>> {
    return tryStripe(async () => {
      if (!this.takes(request.amount)) return declined('unsupported_currency');
      const stripe = this.clients.clientFor(request.settings);
      return succeeded(
        await sessionFrom(stripe, await createSessionIntent(stripe, request, this.method.type), request),
      );
    });
  }

  updateSession(request: UpdateSessionRequest): Promise<Outcome<ProviderSession>> {
    return outcomeOf(async () => changeIntent(this.clients.clientFor(request.settings), request));
  }

  /** Reads whether the shopper's page has confirmed the intent. An intent with a saved card is confirmed here. */
  authorize(request: AuthorizeRequest): Promise<Outcome<Authorization>> {
    return tryStripe(async () => {
      const { settings, session, amount } = request;
      const intent = await this.read(settings, session.externalId);
      checkAmount(intent, amount);
      if (intent.status !== 'requires_confirmation') return authorizationFrom(intent);
      const confirmed = await this.confirm(intent, request);
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
    return tryStripe(async () => {
      const intent = await this.read(settings, payment.reference);
      if (!isIn(intent, amount)) return declined('unsupported_currency');
      // A completed capture is not sent again: Stripe forgets a key after a day and would refuse it.
      const existing = captureOf(intent, { operationKey, amount });
      if (existing.status !== 'never_received') return existing;
      const captured = await this.clients
        .clientFor(settings)
        .paymentIntents.capture(
          intent.id,
          { amount_to_capture: toStripe(amount), metadata: { [CAPTURE]: operationKey } },
          { idempotencyKey: operationKey },
        );
      const { amount_received, currency } = expectId(captured, intent.id);
      checkAmount({ amount: amount_received, currency }, amount);
      return succeeded({ reference: captureReference(captured) });
    }, 'not_capturable');
  }

  refund({ operationKey, settings, payment, amount }: TransactionRequest): Promise<Outcome<Refunded>> {
    return tryStripe(async () => {
      const paid = await this.read(settings, payment.reference);
      if (!isIn(paid, amount)) return declined('unsupported_currency');
      // Stripe would treat this as canceling the authorization.
      if (paid.amount_received === 0) return declined('not_refundable');
      const metadata = { [OPERATION]: operationKey };
      const refund = await this.clients
        .clientFor(settings)
        .refunds.create(
          { payment_intent: paid.id, amount: toStripe(amount), metadata },
          { idempotencyKey: operationKey },
        );
      checkRefund(refund, paid.id, amount);
      return refundedFrom(refund);
    }, 'not_refundable');
  }

  cancel({ operationKey, settings, payment }: CancelRequest): Promise<Outcome<TransactionResult>> {
    return tryStripe(async () => {
      const intent = await this.read(settings, payment.reference);
      if (intent.status !== 'canceled') await this.cancelIntent(settings, intent.id, operationKey);
      return succeeded({ reference: intent.id });
    }, 'not_cancelable');
  }

  /** Releases an authorization that was never completed; captured money stays, and is shown to an operator. */
  cancelSession({ operationKey, settings, session }: CancelSessionRequest): Promise<Outcome<ClosedSession>> {
    return tryStripe(async () => {
      const { id, status } = await this.read(settings, session.externalId);
      if (status !== 'canceled') await this.cancelIntent(settings, id, operationKey);
      return succeeded({ externalId: id });
    }, 'not_cancelable');
  }

  /** Resends a request to create or update a session: Stripe returns the original response to its key, or does it now. */
  lookUp(request: LookUpRequest): Promise<Outcome<VerbResult> | NeverDelivered> {
    const { verb, opening, changing, operationKey, settings } = request;
    if (verb === 'create_session' && opening) {
      return this.createSession({ ...opening, operationKey, settings });
    }
    if (verb === 'update_session' && changing) {
      return this.updateSession({ ...changing, operationKey, settings });
    }
    return tryStripe(() => tryRead(() => lookUpOperation(this.clients.clientFor(settings), request)));
  }

  verifyEvent(received: ReceivedEvent): VerifiedEvent {
    return verifyStripeEvent(received);
  }

  parseEvent(received: ReceivedEvent): Promise<ParsedEvent> {
    return parseStripeEvent(this.clients.clientFor(received.settings), received);
  }

  readPayment(request: ReadPaymentRequest): Promise<Outcome<PaymentAtGateway>> {
    return outcomeOf(async () => readStripePayment(this.clients.clientFor(request.settings), request));
  }

  private takes(amount: ProviderMoney | undefined): boolean {
    const { currencies } = this.capabilities;
    return amount === undefined || currencies === 'any' || currencies.includes(amount.currency);
  }

  private async read(settings: ProviderSettings, id: string): Promise<Stripe.PaymentIntent> {
    return tryRead(async () => readIntent(this.clients.clientFor(settings), id));
  }

  /** If the shopper's page confirmed it meanwhile, reads the result: a refused second confirmation is not a decline. */
  private async confirm(
    intent: Stripe.PaymentIntent,
    request: AuthorizeRequest,
  ): Promise<Stripe.PaymentIntent> {
    const { id } = intent;
    const { operationKey, settings } = request;
    try {
      const { paymentIntents } = this.clients.clientFor(settings);
      const confirmed = await paymentIntents.confirm(id, confirmationOf(intent, request), {
        idempotencyKey: operationKey,
      });
      return expectId(confirmed, id);
    } catch (error) {
      if (hasUnexpectedState(error)) return this.read(settings, id);
      throw error;
    }
  }

  private async cancelIntent(settings: ProviderSettings, id: string, idempotencyKey: string): Promise<void> {
    const { paymentIntents } = this.clients.clientFor(settings);
    const { status } = expectId(await paymentIntents.cancel(id, {}, { idempotencyKey }), id);
    if (status !== 'canceled') throw new UnexpectedObject();
  }
}
