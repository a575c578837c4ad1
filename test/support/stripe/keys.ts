import { StripeRefusal } from './objects';

export const SECRET_KEY = 'sk_test_standin0000000000000000';

/** Of another account. */
export const OTHER_SECRET_KEY = 'sk_test_another0000000000000000';

/** A restricted key with all the permissions needed here. */
export const RESTRICTED_KEY = 'rk_test_standin0000000000000000';

/** A restricted key without permissions for payments. */
export const KEY_WITHOUT_RIGHTS = 'rk_test_norights000000000000000';

const KEYS = [SECRET_KEY, OTHER_SECRET_KEY, RESTRICTED_KEY, KEY_WITHOUT_RIGHTS];

/** The secret key a request is authorized with: https://docs.stripe.com/keys. @throws StripeRefusal */
export function authorizeKey(
  header: string | undefined,
  { path }: { readonly path: string },
  revoked: ReadonlySet<string>,
): string {
  const key = (header ?? '').replace(/^Bearer /, '');
  if (key.startsWith('pk_')) {
    const message = 'This API call cannot be made with a publishable API key. Please use a secret API key.';
    throw new StripeRefusal(403, { type: 'invalid_request_error', code: 'secret_key_required', message });
  }
  if (!KEYS.includes(key) || revoked.has(key)) {
    throw new StripeRefusal(401, { type: 'invalid_request_error', message: 'Invalid API Key provided' });
  }
  if (key === KEY_WITHOUT_RIGHTS && path.startsWith('/v1/payment_intents')) {
    const message = 'The provided key does not have the required permissions for this endpoint.';
    throw new StripeRefusal(403, { type: 'invalid_request_error', message });
  }
  return key;
}
