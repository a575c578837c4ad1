export { MedusaAdminGuard, SpreeAdminGuard } from './guards/admin.guard';
export * from './api-keys/add-api-key';
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
export * from './api-keys/change-api-key';
export * from './api-keys/delete-api-key';
export { DerivedKeys } from './secrets/derived-keys';
export * from './api-keys/link-sales-channels';
export { CookieSessions } from './sessions/cookie-sessions';
export { IS_PUBLIC, type AuthSecrets } from './secrets/auth-secrets';
export { JwtTokens, type Audience, type TokenOwner } from './tokens/jwt-tokens';
export { LoginChecker } from './tokens/login-checker';
export type { LoginSession } from './sessions/login-session';
export { LoginSessions } from './sessions/login-sessions.repository';
export { MedusaCustomerGuard } from './guards/medusa-customer.guard';
export { MedusaStoreGuard } from './guards/medusa-store.guard';
export { OrderTokens } from './tokens/order-tokens';
export * from './tokens/passwords';
export { PublishableKeys } from './api-keys/publishable-keys';
export { NewCustomerGuard, NewUserGuard } from './guards/registration.guard';
export { RequestOwners } from './guards/request-owners';
export { RequiresNoScope, RequiresScope } from './scopes/required-scope';
export * from './secrets/reseal-all';
export * from './api-keys/revoke-api-key';
export * from './api-keys/revoke-former-keys';
export * from './scopes/scopes';
export { SealedSecrets } from './secrets/sealed-secrets';
export { SpreeCustomerGuard } from './guards/spree-customer.guard';
export { SpreeStoreGuard } from './guards/spree-store.guard';
