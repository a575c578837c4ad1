import { CoreError } from '@tandem/context';

/** Spree: no publishable key, or one that is unknown, revoked or secret. */
export class ApiKeyInvalid extends CoreError {
  readonly code = 'invalid_token';
  readonly kind = 'unauthorized';

  constructor() {
    super('Valid API key required');
  }
}

export class ApiKeyNotFound extends CoreError {
  readonly code = 'api_key_not_found';
  readonly kind = 'not_found';

  /** `shownId` is the id as the caller spelled it. */
  constructor(readonly shownId: string | null = null) {
    super('API key not found');
  }
}

/** Only a key that opens nothing any more is deleted. */
export class ApiKeyNotRevoked extends CoreError {
  readonly code = 'api_key_not_revoked';
  readonly kind = 'conflict';

  constructor(readonly shownId: string) {
    super('The API key is not revoked');
  }
}

/** A store is its own one sales channel (Medusa), which every publishable key of it opens. */
export class SalesChannelNotFound extends CoreError {
  readonly code = 'sales_channel_not_found';
  readonly kind = 'not_found';

  constructor(readonly shownId: string) {
    super('Sales channel not found');
  }
}

/** A secret key opens the store's admin, and no sales channel. */
export class SalesChannelsOfSecretKey extends CoreError {
  readonly code = 'sales_channels_of_secret_key';
  readonly kind = 'invalid';

  constructor() {
    super('Sales channels can only be associated with publishable API keys');
  }
}

/** The route is somebody's own, and nothing came with the request that names them. */
export class AuthenticationRequired extends CoreError {
  readonly code = 'authentication_required';
  readonly kind = 'unauthorized';

  constructor() {
    super('Authentication required');
  }
}

/** Medusa: no publishable key at all. */
export class PublishableKeyRequired extends CoreError {
  readonly code = 'publishable_key_required';
  readonly kind = 'invalid';

  constructor() {
    super(
      'Publishable API key required in the request header: x-publishable-api-key. ' +
        'You can manage your keys in settings in the dashboard.',
    );
  }
}

/** Medusa: an unknown, revoked or secret key in the place of a publishable one. */
export class PublishableKeyInvalid extends CoreError {
  readonly code = 'publishable_key_invalid';
  readonly kind = 'invalid';

  constructor() {
    super('A valid publishable key is required to proceed with the request');
  }
}

/** Neither a secret key nor an admin's token. */
export class AdminUnauthorized extends CoreError {
  readonly code = 'admin_unauthorized';
  readonly kind = 'unauthorized';

  constructor() {
    super('Unauthorized');
  }
}

/** Medusa: a secret key is not sent as a token is. */
export class SecretKeyAsBearer extends CoreError {
  readonly code = 'secret_key_as_bearer';
  readonly kind = 'unauthorized';

  constructor() {
    super(
      'A secret API key was passed as a Bearer token. Secret API keys must be sent using HTTP Basic authentication ' +
        'instead (Authorization: Basic <secret-api-key>).',
    );
  }
}

/** Medusa: whoever has an account opens no other one with its token. */
export class AlreadyRegistered extends CoreError {
  readonly code = 'already_registered';
  readonly kind = 'invalid';

  constructor(actor: 'customer' | 'user') {
    super(
      actor === 'customer'
        ? 'Request already authenticated as a customer.'
        : 'The user is already authenticated and cannot accept an invite.',
    );
  }
}
