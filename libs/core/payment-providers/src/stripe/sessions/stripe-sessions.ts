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
import { asAsked, NotWhatWasAsked, referenceOf } from '../stripe-objects';
import { answerOf } from '../stripe-outcomes';
import { isUnknownCustomer, isRefusedDetail } from '../stripe-refusals';
import { descriptionOf } from './stripe-order';
import { captureMethodOf, paramsOf, type Opening } from './stripe-session-params';
import { publishableKeyIn } from '../stripe-settings';
import { wishesIn, type Wishes } from '../stripe-wishes';

/** Asked again with the same keys, intent and key are both had. */
class NoEphemeralKey extends Error {
  override readonly name = 'NoEphemeralKey';
}

/**
 * Opens a PaymentIntent. That a customer cannot be remembered, or that Stripe will not have an order's email or address, is no
 * reason not to be paid: a customer whom the account does not know (a method's key is of another account now, or went from test to
 * live) pays as a guest does, and details that are refused are left out. Each of these tries has a key of its own, derived from
 * the operation's, so that whoever sends it again comes to the same intent.
 */
export async function openIntent(
  stripe: Stripe,
  request: CreateSessionRequest,
  type: string | null,
): Promise<Stripe.PaymentIntent> {
  return tryOpening(stripe, { request, type, asGuest: false, withDetails: true });
}

async function tryOpening(stripe: Stripe, opening: Opening): Promise<Stripe.PaymentIntent> {
  try {
    return await createIntent(stripe, opening);
  } catch (error) {
    const { request, asGuest, withDetails } = opening;
    if (!asGuest && !request.savedMethod && isUnknownCustomer(error)) {
      return tryOpening(stripe, { ...opening, asGuest: true });
    }
    if (withDetails && isRefusedDetail(error)) return tryOpening(stripe, { ...opening, withDetails: false });
    throw error;
  }
}

/** Checks that it is the one that was asked for. */
async function createIntent(stripe: Stripe, opening: Opening): Promise<Stripe.PaymentIntent> {
  const { amount, accountHolder } = opening.request;
  if (amount === undefined) throw new NotWhatWasAsked();
  const intent = await stripe.paymentIntents.create(
    { ...paramsOf(opening), amount: toStripe(amount), currency: amount.currency.toLowerCase() },
    { idempotencyKey: keyOf(opening) },
  );
  checkAmount(intent, amount);
  const customer = opening.asGuest ? null : (accountHolder?.externalId ?? null);
  const isAsAsked =
    intent.capture_method === captureMethodOf(opening) && referenceOf(intent.customer) === customer;
  if (!isAsAsked) throw new NotWhatWasAsked();
  return intent;
}

function keyOf({ request: { operationKey }, asGuest, withDetails }: Opening): string {
  return `${operationKey}${asGuest ? '-guest' : ''}${withDetails ? '' : '-bare'}`;
}

/** Changes an open intent's amount, what pays it, and what the order is called. */
export async function changeIntent(stripe: Stripe, request: UpdateSessionRequest): Promise<ProviderSession> {
  const { operationKey, session, amount, data, savedMethod } = request;
  const wishes = wishesIn(data);
  const intent = await stripe.paymentIntents.update(
    session.externalId,
    {
      amount: toStripe(amount),
      ...changesIn(wishes),
      ...payerIn(request, wishes),
      ...wordsIn(request, wishes),
    },
    { idempotencyKey: operationKey },
  );
  checkAmount(asAsked(intent, session.externalId), amount);
  if (savedMethod && referenceOf(intent.payment_method) !== savedMethod.profileId)
    throw new NotWhatWasAsked();
  // What Stripe has said of the session stands, whatever the caller sends under the same names.
  const { id, client_secret, publishable_key, ephemeral_key_secret } = session.data;
  const customer_id = referenceOf(intent.customer) ?? undefined;
  const ours = { id, client_secret, publishable_key, customer_id, ephemeral_key_secret };
  return { externalId: session.externalId, data: { ...session.data, ...data, ...ours } };
}

function changesIn({ captureMethod, saveMethod, types }: Wishes): Stripe.PaymentIntentUpdateParams {
  return {
    ...(captureMethod !== undefined && { capture_method: captureMethod }),
    ...(saveMethod !== undefined && { setup_future_usage: saveMethod }),
    ...(types && { allowed_payment_method_types: types }),
  };
}

/** The card that pays from now on, and whose it is. */
function payerIn(
  { savedMethod, accountHolder }: UpdateSessionRequest,
  wishes: Wishes,
): Stripe.PaymentIntentUpdateParams {
  const paymentMethod = savedMethod?.profileId ?? wishes.paymentMethod;
  return {
    ...(paymentMethod !== undefined && { payment_method: paymentMethod }),
    ...(savedMethod && accountHolder && { customer: accountHolder.externalId }),
  };
}

function wordsIn({ order }: UpdateSessionRequest, wishes: Wishes): Stripe.PaymentIntentUpdateParams {
  const words = wishes.description ?? (order && descriptionOf(order));
  return words === undefined ? {} : { description: words.slice(0, 1000) };
}

interface SessionOf {
  readonly operationKey: string;
  readonly settings: ProviderSettings;
  readonly data: ProviderData;
}

/** What the shopper's page needs of an intent; `id` is the intent's, as Medusa's provider shows it. */
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
 * What a page's SDK needs to show a customer's cards. The ephemeral key is made under a key of its own, derived from the operation's:
 * whoever asks again, or looks the session up, gets the same. A key that may not make ephemeral ones is no reason not to be paid:
 * pages do without, mobile SDKs show no saved cards.
 */
export async function customerData(
  stripe: Stripe,
  customer: string,
  operationKey: string,
): Promise<ProviderData> {
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
