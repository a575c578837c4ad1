import type { ProviderSetting, ProviderSettings, SettingsCheck } from '@tandem/provider-kit';
import Stripe from 'stripe';
import { SIGNING_SETTINGS } from './events/stripe-signatures';
import { textOf } from './stripe-texts';

const SECRET = 'secret_key';
const PUBLISHABLE = 'publishable_key';

/** https://docs.stripe.com/keys. Not required: a server may have one account for all its methods. */
export const STRIPE_SETTINGS: readonly ProviderSetting[] = [
  {
    key: SECRET,
    type: 'password',
    label: 'Secret key',
    help: 'sk_… or a restricted key, rk_…, with write access to payment intents, refunds, customers and setup intents',
    pattern: '(sk|rk)_(test|live)_\\S+',
    modes: { test: ['sk_test_', 'rk_test_'], live: ['sk_live_', 'rk_live_'] },
  },
  {
    key: PUBLISHABLE,
    type: 'string',
    label: 'Publishable key',
    help: 'pk_…, of the same account and mode; visible to shoppers',
    pattern: 'pk_(test|live)_\\S+',
    modes: { test: ['pk_test_'], live: ['pk_live_'] },
  },
  ...SIGNING_SETTINGS,
];

/** The trimmed secret key; null if none is set. */
export function secretKeyIn(settings: ProviderSettings): string | null {
  return textOf(settings, SECRET);
}

/** The key for the shopper's page. Only values starting with pk_ are returned, in case a secret was stored by mistake. */
export function publishableKeyIn(settings: ProviderSettings): string | null {
  const key = textOf(settings, PUBLISHABLE);
  return key?.startsWith('pk_') ? key : null;
}

/** Tests the minimum permission for any payment: reading payment intents. Changes nothing. */
export async function tryKey(stripe: Stripe): Promise<SettingsCheck> {
  try {
    await stripe.paymentIntents.list({ limit: 1 });
    return { status: 'ok' };
  } catch (error) {
    return refusalOf(error);
  }
}

function refusalOf(error: unknown): SettingsCheck {
  const { statusCode, code } = error instanceof Stripe.errors.StripeError ? error : {};
  switch (statusCode) {
    case 401:
      return invalid(code === 'api_key_expired' ? 'has expired' : 'is unknown to Stripe');
    case 403:
      return invalid(
        code === 'secret_key_required'
          ? 'is a publishable key'
          : 'cannot read payment intents: give the restricted key that permission',
      );
    default:
      return {
        status: 'unreachable',
        cause: statusCode === undefined ? 'no response' : `status ${statusCode}`,
      };
  }
}

function invalid(message: string): SettingsCheck {
  return { status: 'invalid', problems: { [SECRET]: message } };
}
