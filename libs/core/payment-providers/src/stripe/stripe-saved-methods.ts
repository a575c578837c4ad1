import {
  succeeded,
  type CompleteSetupSessionRequest,
  type CreateSetupSessionRequest,
  type Declined,
  type Detached,
  type DetachSavedMethodRequest,
  type Succeeded,
  type ProviderSetupSession,
  type SavedMethod,
  type Saving,
} from '@tandem/provider-kit';
import Stripe from 'stripe';
import { expectId, UnexpectedObject, OPERATION, referenceOf } from './stripe-objects';
import { declined, declineOf } from './stripe-refusals';
import { customerData } from './sessions/stripe-sessions';
import { publishableKeyIn } from './stripe-settings';

/** Creates a SetupIntent (https://docs.stripe.com/api/setup_intents): the shopper's page confirms it with Stripe. */
export async function createSetupSession(
  stripe: Stripe,
  { operationKey, settings, setupSessionId, accountHolder, data }: CreateSetupSessionRequest,
): Promise<ProviderSetupSession> {
  const setup = await stripe.setupIntents.create(
    {
      ...(accountHolder && { customer: accountHolder.externalId }),
      usage: 'off_session',
      // Only cards can be saved.
      allowed_payment_method_types: ['card'],
      metadata: { [OPERATION]: operationKey, tandem_setup_session: setupSessionId },
    },
    { idempotencyKey: operationKey },
  );
  const customer = referenceOf(setup.customer);
  if (customer !== (accountHolder?.externalId ?? null)) throw new UnexpectedObject();
  const publishable = publishableKeyIn(settings);
  return {
    externalId: setup.id,
    clientSecret: setup.client_secret,
    data: {
      ...data,
      ...(publishable !== null && { publishable_key: publishable }),
      ...(customer !== null && (await customerData(stripe, customer, operationKey))),
    },
  };
}

/** Reads what the shopper's page has confirmed. */
export async function completeSetupSession(
  stripe: Stripe,
  { setupSession }: CompleteSetupSessionRequest,
): Promise<Succeeded<Saving> | Declined> {
  const { externalId: id } = setupSession;
  return savingFrom(expectId(await stripe.setupIntents.retrieve(id, { expand: ['payment_method'] }), id));
}

/** Succeeds also for a card that is unknown to Stripe or already detached. */
export async function detachSavedMethod(
  stripe: Stripe,
  { operationKey, profileId }: DetachSavedMethodRequest,
): Promise<Detached> {
  try {
    expectId(await stripe.paymentMethods.detach(profileId, {}, { idempotencyKey: operationKey }), profileId);
  } catch (error) {
    if (!isAlreadyDetached(error)) throw error;
  }
  return { profileId };
}

function isAlreadyDetached(error: unknown): boolean {
  if (!(error instanceof Stripe.errors.StripeError)) return false;
  return error.statusCode === 404 || (error.statusCode === 400 && /not attached/.test(error.message));
}

/** Maps a SetupIntent to the result of saving a card. */
export function savingFrom(setup: Stripe.SetupIntent): Succeeded<Saving> | Declined {
  switch (setup.status) {
    case 'succeeded': {
      const method = cardIn(setup.payment_method);
      return method ? succeeded({ state: 'saved', method }) : declined('other', 'Only cards can be saved');
    }
    case 'requires_payment_method':
      if (setup.last_setup_error) return declineOf(setup.last_setup_error);
      return succeeded({ state: 'requires_action', data: {} });
    case 'requires_action':
    case 'requires_confirmation':
      return succeeded({ state: 'requires_action', data: { next_action: setup.next_action } });
    case 'canceled':
      return declined('other', 'Saving the card was canceled');
    default:
      return succeeded({ state: 'processing' });
  }
}

function cardIn(method: string | Stripe.PaymentMethod | null): SavedMethod | null {
  if (typeof method !== 'object' || !method?.card) return null;
  const { brand, last4, exp_month, exp_year } = method.card;
  return {
    profileId: method.id,
    brand,
    last4,
    month: exp_month,
    year: exp_year,
    name: method.billing_details.name,
  };
}
