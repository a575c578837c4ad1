export { AdminGuard } from './guards/admin.guard';
export * from './api-keys/create-api-key';
export * from './api-keys/api-key';
export {
  API_KEY_ORDER_FIELDS,
  type ApiKeyFilters,
  type ApiKeyOrderField,
} from './api-keys/api-key-lists.repository';
export { ApiKeys } from './api-keys/api-keys';
export * from './api-keys/api-keys.reader';
export * from './auth.errors';
export * from './auth.module';
export * from './api-keys/update-api-key';
export * from './api-keys/delete-api-key';
export { DerivedKeys } from './secrets/derived-keys';
export * from './api-keys/link-sales-channels';
export { CookieKeys } from './secrets/cookie-keys';
export { IS_PUBLIC, type AuthSecrets } from './secrets/auth-secrets';
export { hasBearer, JwtTokens } from './tokens/jwt-tokens';
export type { Audience, TokenOwner } from './tokens/token-owner';
export { LoginChecker } from './tokens/login-checker';
export type { LoginSession } from './sessions/login-session';
export { OrderTokens } from './tokens/order-tokens';
export * from './tokens/passwords';
export { RequestOwners } from './guards/request-owners';
export { RequiresNoScope, RequiresScope } from './scopes/required-scope';
export * from './secrets/reseal-all';
export * from './api-keys/revoke-api-key';
export * from './api-keys/revoke-former-keys';
export * from './scopes/scopes';
export { SealedSecrets } from './secrets/sealed-secrets';
