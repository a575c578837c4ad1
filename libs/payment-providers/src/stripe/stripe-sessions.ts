import {
  succeeded,
  type CreateSessionRequest,
  type ProviderData,
  type ProviderSettings,
} from '@tandem/provider-kit';
import type { ProviderSession } from '@tandem/provider-kit';
import type Stripe from 'stripe';
import { toStripe } from './stripe-amount';
import { API_VERSION } from './stripe-clients';
import { checkAmount, NotWhatWasAsked, OPERATION } from './stripe-intents';
import { answerOf, isUnknownCustomer } from './stripe-outcomes';

/** Asked again with the same keys, intent and key are both had. */
class NoEphemeralKey extends Error {
  override readonly name = 'NoEphemeralKey';
}

/**
 * Opens a PaymentIntent. A customer whom the account does not know (a method's key is of another account now, or went from test
 * to live) pays as a guest does: that they cannot be remembered is no reason not to be paid.
 */
export async function openIntent(
  stripe: Stripe,
  request: CreateSessionRequest,
): Promise<Stripe.PaymentIntent> {
  try {
    return await createIntent(stripe, request, request.operationKey);
  } catch (error) {
    if (request.savedMethod || !isUnknownCustomer(error)) throw error;
    const { accountHolder: _, ...asGuest } = request;
    return createIntent(stripe, asGuest, `${request.operationKey}-guest`);
  }
}

/** Checks that it is the one that was asked for. */
async function createIntent(
  stripe: Stripe,
  request: CreateSessionRequest,
  idempotencyKey: string,
): Promise<Stripe.PaymentIntent> {
  const { amount, capture, accountHolder } = request;
  if (amount === undefined) throw new NotWhatWasAsked();
  const intent = await stripe.paymentIntents.create(
    { ...paramsOf(request), amount: toStripe(amount), currency: amount.currency.toLowerCase() },
    { idempotencyKey },
  );
  checkAmount(intent, amount);
  const isAsAsked =
    intent.capture_method === capture && customerOf(intent) === (accountHolder?.externalId ?? null);
  if (!isAsAsked) throw new NotWhatWasAsked();
  return intent;
}

function paramsOf(
  request: CreateSessionRequest,
): Omit<Stripe.PaymentIntentCreateParams, 'amount' | 'currency'> {
  const { operationKey, storeId, orderId, sessionId, capture, accountHolder, savedMethod } = request;
  return {
    capture_method: capture,
    // A saved card is confirmed by the server, which has no page that a shopper could come back to.
    automatic_payment_methods: { enabled: true, ...(savedMethod && { allow_redirects: 'never' as const }) },
    ...(accountHolder && { customer: accountHolder.externalId }),
    ...(savedMethod && { payment_method: savedMethod.profileId }),
    metadata: {
      [OPERATION]: operationKey,
      tandem_store: storeId,
      ...(orderId !== null && { tandem_order: orderId }),
      tandem_session: sessionId,
    },
  };
}

/**
 * What the shopper's page needs of an intent. The ephemeral key of a customer is made under a key of its own, derived from
 * the operation's: whoever asks again, or looks the session up, gets the same.
 */
export async function sessionFrom(
  stripe: Stripe,
  intent: Stripe.PaymentIntent,
  { operationKey, settings, data }: { operationKey: string; settings: ProviderSettings; data: ProviderData },
): Promise<ProviderSession> {
  const customer = customerOf(intent);
  const publishable = settings['publishable_key'];
  return {
    externalId: intent.id,
    data: {
      ...data,
      client_secret: intent.client_secret,
      ...(publishable !== undefined && { publishable_key: publishable }),
      ...(customer !== null && (await customerData(stripe, customer, operationKey))),
    },
  };
}

/** A key that may not make ephemeral ones is no reason not to be paid: pages do without, mobile SDKs show no saved cards. */
async function customerData(stripe: Stripe, customer: string, operationKey: string): Promise<ProviderData> {
  const made = await answerOf(async () =>
    succeeded(
      await stripe.ephemeralKeys.create(
        { customer },
        { apiVersion: API_VERSION, idempotencyKey: `${operationKey}-ephemeral` },
      ),
    ),
  );
  if (made.status === 'unknown') throw new NoEphemeralKey(made.cause);
  return {
    customer_id: customer,
    ...(made.status === 'succeeded' && { ephemeral_key_secret: made.value.secret }),
  };
}

function customerOf({ customer }: Stripe.PaymentIntent): string | null {
  return typeof customer === 'object' ? (customer?.id ?? null) : customer;
}
