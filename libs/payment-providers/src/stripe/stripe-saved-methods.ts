import type {
  CompleteSetupSessionRequest,
  CreateSetupSessionRequest,
  Declined,
  Detached,
  DetachSavedMethodRequest,
  Done,
  Outcome,
  ProviderSetupSession,
  SavedMethod,
  Saving,
} from '@tandem/provider-kit';
import type Stripe from 'stripe';
import { OPERATION } from './stripe-intents';
import { declined, declineOf, outcomeOf } from './stripe-outcomes';

/** Opens a SetupIntent (https://docs.stripe.com/api/setup_intents): the shopper's page confirms it with Stripe. */
export function createSetupSession(
  stripe: Stripe,
  { operationKey, setupSessionId, accountHolder }: CreateSetupSessionRequest,
): Promise<Outcome<ProviderSetupSession>> {
  return outcomeOf(async () => {
    const setup = await stripe.setupIntents.create(
      {
        ...(accountHolder && { customer: accountHolder.externalId }),
        usage: 'off_session',
        automatic_payment_methods: { enabled: true },
        metadata: { [OPERATION]: operationKey, tandem_setup_session: setupSessionId },
      },
      { idempotencyKey: operationKey },
    );
    return { externalId: setup.id, clientSecret: setup.client_secret, data: {} };
  });
}

/** Reads back what the shopper's page has confirmed. */
export async function completeSetupSession(
  stripe: Stripe,
  { setupSession }: CompleteSetupSessionRequest,
): Promise<Outcome<Saving>> {
  const read = await outcomeOf(async () =>
    savingFrom(await stripe.setupIntents.retrieve(setupSession.externalId, { expand: ['payment_method'] })),
  );
  return read.is === 'done' ? read.value : read;
}

/** One that Stripe does not know, or has detached already, is done. */
export async function detachSavedMethod(
  stripe: Stripe,
  { operationKey, profileId }: DetachSavedMethodRequest,
): Promise<Outcome<Detached>> {
  const detached = await outcomeOf(() =>
    stripe.paymentMethods.detach(profileId, {}, { idempotencyKey: operationKey }),
  );
  return detached.is === 'unknown' ? detached : { is: 'done', value: { profileId } };
}

/** What has become of an attempt to save a card. */
export function savingFrom(setup: Stripe.SetupIntent): Done<Saving> | Declined {
  switch (setup.status) {
    case 'succeeded': {
      const method = cardIn(setup.payment_method);
      return method ? done({ state: 'saved', method }) : declined('other', 'Only cards can be saved');
    }
    case 'requires_payment_method':
      if (setup.last_setup_error) return declineOf(setup.last_setup_error);
      return done({ state: 'requires_action', data: {} });
    case 'requires_action':
    case 'requires_confirmation':
      return done({ state: 'requires_action', data: { next_action: setup.next_action } });
    case 'canceled':
      return declined('other', 'Saving the card was canceled');
    default:
      return done({ state: 'processing' });
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

function done(value: Saving): Done<Saving> {
  return { is: 'done', value };
}
