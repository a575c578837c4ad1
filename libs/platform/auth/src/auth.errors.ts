import { defineError } from '@tandem/context';

export class ApiKeyNotFound extends defineError('api_key_not_found', 'not_found', 'API key not found') {
  /** `publicId` is the id as the caller wrote it. */
  constructor(readonly publicId: string | null = null) {
    super();
  }
}

/** Only a revoked key can be deleted. */
export class ApiKeyNotRevoked extends defineError(
  'api_key_not_revoked',
  'conflict',
  'The API key is not revoked',
) {
  constructor(readonly publicId: string) {
    super();
  }
}

/** A store has one sales channel, itself, and each of its publishable keys belongs to it. */
export class SalesChannelNotFound extends defineError(
  'sales_channel_not_found',
  'not_found',
  'Sales channel not found',
) {
  constructor(readonly publicId: string) {
    super();
  }
}

/** A secret key is for the admin API and has no sales channel. */
export class SalesChannelsOfSecretKey extends defineError(
  'sales_channels_of_secret_key',
  'invalid',
  'Sales channels can only be associated with publishable API keys',
) {}

/** The route needs a customer or an admin, and the request has no valid credentials. */
export class AuthenticationRequired extends defineError(
  'authentication_required',
  'unauthorized',
  'Authentication required',
) {}

/** The request has neither a valid secret key nor a valid admin token. */
export class AdminUnauthorized extends defineError('admin_unauthorized', 'unauthorized', 'Unauthorized') {}

/** The key is unknown, revoked or publishable. */
export class SecretKeyInvalid extends defineError(
  'secret_key_invalid',
  'unauthorized',
  'Valid secret API key required',
) {}

/** The secret key is valid but lacks the scope of this route. */
export class MissingScope extends defineError(
  'missing_scope',
  'forbidden',
  (requiredScope: string) => `API key lacks scope: ${requiredScope}`,
) {
  constructor(readonly requiredScope: string) {
    super(requiredScope);
  }
}

/** A key cannot be granted more scopes than its creator has. */
export class ScopesBeyondOwn extends defineError(
  'scopes_beyond_own',
  'forbidden',
  (excessScopes: readonly string[]) => `Cannot grant scopes beyond your own: ${excessScopes.join(', ')}`,
) {
  constructor(readonly excessScopes: readonly string[]) {
    super(excessScopes);
  }
}

/** The scopes are not valid for the key. `problem` completes the sentence "Scopes …". */
export class ScopesInvalid extends defineError(
  'scopes_invalid',
  'invalid',
  (problem: string) => `Scopes ${problem}`,
  { field: 'scopes' },
) {}
