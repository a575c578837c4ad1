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

/** A secret key that is unknown, revoked or publishable. */
export class SecretKeyInvalid extends CoreError {
  readonly code = 'secret_key_invalid';
  readonly kind = 'unauthorized';

  constructor() {
    super('Valid secret API key required');
  }
}

/** The secret key is good, but not for this route. */
export class MissingScope extends CoreError {
  readonly code = 'missing_scope';
  readonly kind = 'forbidden';

  constructor(readonly requiredScope: string) {
    super(`API key lacks scope: ${requiredScope}`);
  }
}

/** Nobody makes a key that may do more than they may. */
export class ScopesBeyondOwn extends CoreError {
  readonly code = 'scopes_beyond_own';
  readonly kind = 'forbidden';

  constructor(readonly excessScopes: readonly string[]) {
    super(`Cannot grant scopes beyond your own: ${excessScopes.join(', ')}`);
  }
}

/** Scopes that no key can have. */
export class ScopesInvalid extends CoreError {
  readonly code = 'scopes_invalid';
  readonly kind = 'invalid';
  override readonly field = 'scopes';

  /** `problem` completes "Scopes …". */
  constructor(problem: string) {
    super(`Scopes ${problem}`);
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
