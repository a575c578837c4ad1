import { defineError } from '@tandem/context';

/** No publishable key was sent. */
export class PublishableKeyRequired extends defineError(
  'publishable_key_required',
  'invalid',
  'Publishable API key required in the request header: x-publishable-api-key. ' +
    'You can manage your keys in settings in the dashboard.',
) {}

/** An unknown, revoked or secret key was sent as the publishable one. */
export class PublishableKeyInvalid extends defineError(
  'publishable_key_invalid',
  'invalid',
  'A valid publishable key is required to proceed with the request',
) {}

/** A secret key is sent as Basic, never as Bearer. */
export class SecretKeyAsBearer extends defineError(
  'secret_key_as_bearer',
  'unauthorized',
  'A secret API key was passed as a Bearer token. Secret API keys must be sent using HTTP Basic authentication ' +
    'instead (Authorization: Basic <secret-api-key>).',
) {}

/** The token of an existing account creates no other one. */
export class AlreadyRegistered extends defineError(
  'already_registered',
  'invalid',
  (actor: 'customer' | 'user') =>
    actor === 'customer'
      ? 'Request already authenticated as a customer.'
      : 'The user is already authenticated and cannot accept an invite.',
) {}
