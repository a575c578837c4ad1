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

  constructor() {
    super('API key not found');
  }
}

/** Spree: the route is a customer's own, and no customer's token came with the request. */
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
