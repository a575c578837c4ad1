import { Global, Module, type DynamicModule, type Type } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { MedusaAdminGuard, SpreeAdminGuard } from './guards/admin.guard';
import { AddApiKey } from './api-keys/add-api-key';
import { ApiKeyListsRepository } from './api-keys/api-key-lists.repository';
import { ApiKeys } from './api-keys/api-keys';
import { ApiKeysReader } from './api-keys/api-keys.reader';
import { ApiKeysRepository } from './api-keys/api-keys.repository';
import { ChangeApiKey } from './api-keys/change-api-key';
import { DeleteApiKey } from './api-keys/delete-api-key';
import { AUTH_SECRETS, IS_PUBLIC, type AuthSecrets } from './secrets/auth-secrets';
import { JwtTokens } from './tokens/jwt-tokens';
import { LinkSalesChannels } from './api-keys/link-sales-channels';
import { DerivedKeys } from './secrets/derived-keys';
import { CookieSessions } from './sessions/cookie-sessions';
import { LoginChecker } from './tokens/login-checker';
import { LoginSessions } from './sessions/login-sessions.repository';
import { MedusaCustomerGuard } from './guards/medusa-customer.guard';
import { MedusaStoreGuard } from './guards/medusa-store.guard';
import { OrderTokens } from './tokens/order-tokens';
import { PublishableKeys } from './api-keys/publishable-keys';
import { NewCustomerGuard, NewUserGuard } from './guards/registration.guard';
import { ALLOWED_ORIGINS, RequestOwners } from './guards/request-owners';
import { RevokeApiKey } from './api-keys/revoke-api-key';
import { RevokeFormerKeys } from './api-keys/revoke-former-keys';
import { ScopeDeclarations } from './scopes/scope-declarations';
import { SealedSecrets } from './secrets/sealed-secrets';
import { SpreeCustomerGuard } from './guards/spree-customer.guard';
import { SpreeStoreGuard } from './guards/spree-store.guard';

const PARTS = [
  ApiKeys,
  ApiKeysReader,
  AddApiKey,
  ChangeApiKey,
  RevokeApiKey,
  RevokeFormerKeys,
  DeleteApiKey,
  LinkSalesChannels,
  JwtTokens,
  OrderTokens,
  DerivedKeys,
  SealedSecrets,
  SpreeStoreGuard,
  SpreeCustomerGuard,
  SpreeAdminGuard,
  MedusaStoreGuard,
  MedusaCustomerGuard,
  MedusaAdminGuard,
  NewCustomerGuard,
  NewUserGuard,
  PublishableKeys,
  RequestOwners,
  LoginSessions,
  CookieSessions,
];

export interface AuthOptions {
  readonly secrets: AuthSecrets;
  /** Origins that may call with a cookie, as our own may. */
  readonly allowedOrigins: readonly string[];
  /** Others than its operator can reach the server. */
  readonly isPublic: boolean;
  /** What knows whether a login is active, and its module. */
  readonly logins: { readonly module: Type; readonly loginChecker: Type<LoginChecker> };
}

@Global()
@Module({})
export class AuthModule {
  static forRoot({ secrets, allowedOrigins, isPublic, logins }: AuthOptions): DynamicModule {
    const settings = [
      { provide: AUTH_SECRETS, useValue: secrets },
      { provide: ALLOWED_ORIGINS, useValue: allowedOrigins },
      { provide: IS_PUBLIC, useValue: isPublic },
      { provide: LoginChecker, useExisting: logins.loginChecker },
    ];
    return {
      module: AuthModule,
      imports: [DiscoveryModule, logins.module],
      providers: [...settings, ApiKeysRepository, ApiKeyListsRepository, ScopeDeclarations, ...PARTS],
      exports: [...PARTS, IS_PUBLIC],
    };
  }
}
