import {
  succeeded,
  type CreateSessionRequest,
  type ProviderData,
  type ProviderSession,
  type ProviderSettings,
  type UpdateSessionRequest,
} from '@tandem/provider-kit';
import type Stripe from 'stripe';
import { toStripe } from '../stripe-amount';
import { API_VERSION } from '../stripe-clients';
import { checkAmount } from './stripe-intents';
import { expectId, UnexpectedObject, referenceOf } from '../stripe-objects';
import { tryStripe } from '../stripe-outcomes';
import { isUnknownCustomer, isRefusedDetail } from '../stripe-refusals';
import { descriptionOf } from './stripe-order';
import { captureMethodOf, paramsOf, type IntentAttempt } from './stripe-session-params';
import { publishableKeyIn } from '../stripe-settings';
import { optionsIn, type StripeOptions } from '../stripe-session-options';

/** A retry with the same keys returns both the intent and the key. */
class NoEphemeralKey extends Error {
  override readonly name = 'NoEphemeralKey';
}

/**
 * Creates a PaymentIntent. Payment must not fail because Stripe refuses the customer or the order's email or address: a
 * customer unknown to the account (the method's key now belongs to another account, or changed from test to live) pays
 * as a guest, and refused details are omitted. Each attempt has its own key derived from the operation's, so that a
 * retry returns the same intent.
 */
export async function createSessionIntent(
  stripe: Stripe,
  request: CreateSessionRequest,
  type: string | null,
): Promise<Stripe.PaymentIntent> {
  return tryCreate(stripe, { request, type, asGuest: false, withDetails: true });
}

async function tryCreate(stripe: Stripe, attempt: IntentAttempt): Promise<Stripe.PaymentIntent> {
  try {
    return await createIntent(stripe, attempt);
  } catch (error) {
    const { request, asGuest, withDetails } = attempt;
    if (!asGuest && !request.savedMethod && isUnknownCustomer(error)) {
      return tryCreate(stripe, { ...attempt, asGuest: true });
    }
    if (withDetails && isRefusedDetail(error)) return tryCreate(stripe, { ...attempt, withDetails: false });
    throw error;
  }
}

/** Checks that Stripe created the requested intent. */
async function createIntent(stripe: Stripe, attempt: IntentAttempt): Promise<Stripe.PaymentIntent> {
  const { amount, accountHolder } = attempt.request;
  if (amount === undefined) throw new UnexpectedObject();
  const intent = await stripe.paymentIntents.create(
    { ...paramsOf(attempt), amount: toStripe(amount), currency: amount.currency.toLowerCase() },
    { idempotencyKey: keyOf(attempt) },
  );
  checkAmount(intent, amount);
  const customer = attempt.asGuest ? null : (accountHolder?.externalId ?? null);
  const isAsRequested =
    intent.capture_method === captureMethodOf(attempt) && referenceOf(intent.customer) === customer;
  if (!isAsRequested) throw new UnexpectedObject();
  return intent;
}

function keyOf({ request: { operationKey }, asGuest, withDetails }: IntentAttempt): string {
  return `${operationKey}${asGuest ? '-guest' : ''}${withDetails ? '' : '-bare'}`;
}

/** Updates an open intent's amount, payment method and description. */
export async function changeIntent(stripe: Stripe, request: UpdateSessionRequest): Promise<ProviderSession> {
  const { operationKey, session, amount, data, savedMethod } = request;
  const options = optionsIn(data);
  const intent = await stripe.paymentIntents.update(
    session.externalId,
    {
      amount: toStripe(amount),
      ...optionParamsIn(options),
      ...payerIn(request, options),
      ...descriptionIn(request, options),
    },
    { idempotencyKey: operationKey },
  );
  checkAmount(expectId(intent, session.externalId), amount);
  if (savedMethod && referenceOf(intent.payment_method) !== savedMethod.profileId)
    throw new UnexpectedObject();
  // Stripe's own values take precedence over the caller's data.
  const { id, client_secret, publishable_key, ephemeral_key_secret } = session.data;
  const customer_id = referenceOf(intent.customer) ?? undefined;
  const ours = { id, client_secret, publishable_key, customer_id, ephemeral_key_secret };
  return { externalId: session.externalId, data: { ...session.data, ...data, ...ours } };
}

function optionParamsIn({
  captureMethod,
  saveMethod,
  types,
}: StripeOptions): Stripe.PaymentIntentUpdateParams {
  return {
    ...(captureMethod !== undefined && { capture_method: captureMethod }),
    ...(saveMethod !== undefined && { setup_future_usage: saveMethod }),
    ...(types && { allowed_payment_method_types: types }),
  };
}

/** The saved card to charge from now on, and its owner. */
function payerIn(
  { savedMethod, accountHolder }: UpdateSessionRequest,
  options: StripeOptions,
): Stripe.PaymentIntentUpdateParams {
  const paymentMethod = savedMethod?.profileId ?? options.paymentMethod;
  return {
    ...(paymentMethod !== undefined && { payment_method: paymentMethod }),
    ...(savedMethod && accountHolder && { customer: accountHolder.externalId }),
  };
}

function descriptionIn(
  { order }: UpdateSessionRequest,
  options: StripeOptions,
): Stripe.PaymentIntentUpdateParams {
  const text = options.description ?? (order && descriptionOf(order));
  return text === undefined ? {} : { description: text.slice(0, 1000) };
}

interface SessionOf {
  readonly operationKey: string;
  readonly settings: ProviderSettings;
  readonly data: ProviderData;
}

/** What the shopper's page needs of an intent; `id` is the intent's id, as in Medusa's provider. */
export async function sessionFrom(
  stripe: Stripe,
  intent: Stripe.PaymentIntent,
  { operationKey, settings, data }: SessionOf,
): Promise<ProviderSession> {
  const customer = referenceOf(intent.customer);
  const publishable = publishableKeyIn(settings);
  return {
    externalId: intent.id,
    data: {
      ...data,
      id: intent.id,
      client_secret: intent.client_secret,
      ...(publishable !== null && { publishable_key: publishable }),
      ...(customer !== null && (await customerData(stripe, customer, operationKey))),
    },
  };
}

/**
 * What a page's SDK needs to show a customer's cards. The ephemeral key has its own idempotency key derived from the
 * operation's, so that a retry or look-up returns the same one. If the API key cannot create ephemeral keys, payment
 * continues: pages work without, mobile SDKs show no saved cards.
 */
export async function customerData(
  stripe: Stripe,
  customer: string,
  operationKey: string,
): Promise<ProviderData> {
  const created = await tryStripe(async () =>
    succeeded(
      await stripe.ephemeralKeys.create(
        { customer },
        { apiVersion: API_VERSION, idempotencyKey: `${operationKey}-ephemeral` },
      ),
    ),
  );
  if (created.status === 'unknown') throw new NoEphemeralKey(created.cause);
  return {
    customer_id: customer,
    ...(created.status === 'succeeded' && { ephemeral_key_secret: created.value.secret }),
  };
}
