import { defineError } from '@tandem/context';

export class ApiKeyNotFound extends defineError('api_key_not_found', 'not_found', 'API key not found') {
  /** `publicId` is the id as the caller wrote it. */
  constructor(readonly publicId: string | null = null) {
    super();
  }
}

/** Only a key that opens nothing any more is deleted. */
export class ApiKeyNotRevoked extends defineError(
  'api_key_not_revoked',
  'conflict',
  'The API key is not revoked',
) {
  constructor(readonly publicId: string) {
    super();
  }
}

/** A store is its own only sales channel, and every publishable key of it opens that. */
export class SalesChannelNotFound extends defineError(
  'sales_channel_not_found',
  'not_found',
  'Sales channel not found',
) {
  constructor(readonly publicId: string) {
    super();
  }
}

/** A secret key opens the store's admin, and no sales channel. */
export class SalesChannelsOfSecretKey extends defineError(
  'sales_channels_of_secret_key',
  'invalid',
  'Sales channels can only be associated with publishable API keys',
) {}

/** The route is somebody's own, and nothing came with the request that names them. */
export class AuthenticationRequired extends defineError(
  'authentication_required',
  'unauthorized',
  'Authentication required',
) {}

/** Neither a secret key nor an admin's token. */
export class AdminUnauthorized extends defineError('admin_unauthorized', 'unauthorized', 'Unauthorized') {}

/** A secret key that is unknown, revoked or publishable. */
export class SecretKeyInvalid extends defineError(
  'secret_key_invalid',
  'unauthorized',
  'Valid secret API key required',
) {}

/** The secret key is good, but not for this route. */
export class MissingScope extends defineError(
  'missing_scope',
  'forbidden',
  (requiredScope: string) => `API key lacks scope: ${requiredScope}`,
) {
  constructor(readonly requiredScope: string) {
    super(requiredScope);
  }
}

/** Nobody makes a key that may do more than they may. */
export class ScopesBeyondOwn extends defineError(
  'scopes_beyond_own',
  'forbidden',
  (excessScopes: readonly string[]) => `Cannot grant scopes beyond your own: ${excessScopes.join(', ')}`,
) {
  constructor(readonly excessScopes: readonly string[]) {
    super(excessScopes);
  }
}

/** Scopes that no key can have. Takes what completes "Scopes …". */
export class ScopesInvalid extends defineError(
  'scopes_invalid',
  'invalid',
  (problem: string) => `Scopes ${problem}`,
  { field: 'scopes' },
) {}
