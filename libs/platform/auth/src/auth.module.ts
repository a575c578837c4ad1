import { Global, Module, type DynamicModule, type Type } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { MedusaAdminGuard, SpreeAdminGuard } from './admin.guard';
import { AddApiKey } from './add-api-key';
import { ApiKeyListsRepository } from './api-key-lists.repository';
import { ApiKeys } from './api-keys';
import { ApiKeysReader } from './api-keys.reader';
import { ApiKeysRepository } from './api-keys.repository';
import { ChangeApiKey } from './change-api-key';
import { DeleteApiKey } from './delete-api-key';
import { AUTH_SECRETS, IS_PUBLIC, type AuthSecrets } from './auth-secrets';
import { JwtTokens } from './jwt-tokens';
import { LinkSalesChannels } from './link-sales-channels';
import { DerivedKeys } from './derived-keys';
import { CookieSessions } from './cookie-sessions';
import { LoginChecker } from './login-checker';
import { LoginSessions } from './login-sessions.repository';
import { MedusaCustomerGuard } from './medusa-customer.guard';
import { MedusaStoreGuard } from './medusa-store.guard';
import { OrderTokens } from './order-tokens';
import { PublishableKeys } from './publishable-keys';
import { NewCustomerGuard, NewUserGuard } from './registration.guard';
import { ALLOWED_ORIGINS, RequestOwners } from './request-owners';
import { RevokeApiKey } from './revoke-api-key';
import { RevokeFormerKeys } from './revoke-former-keys';
import { ScopeDeclarations } from './scope-declarations';
import { SealedSecrets } from './sealed-secrets';
import { SpreeCustomerGuard } from './spree-customer.guard';
import { SpreeStoreGuard } from './spree-store.guard';

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
  /** Others than whoever runs the server can reach it. */
  readonly isPublic: boolean;
  /** What knows whether a login still stands, and the module that has it. */
  readonly accounts: { readonly module: Type; readonly loginChecker: Type<LoginChecker> };
}

@Global()
@Module({})
export class AuthModule {
  static forRoot({ secrets, allowedOrigins, isPublic, accounts }: AuthOptions): DynamicModule {
    const settings = [
      { provide: AUTH_SECRETS, useValue: secrets },
      { provide: ALLOWED_ORIGINS, useValue: allowedOrigins },
      { provide: IS_PUBLIC, useValue: isPublic },
      { provide: LoginChecker, useExisting: accounts.loginChecker },
    ];
    return {
      module: AuthModule,
      imports: [DiscoveryModule, accounts.module],
      providers: [...settings, ApiKeysRepository, ApiKeyListsRepository, ScopeDeclarations, ...PARTS],
      exports: [...PARTS, IS_PUBLIC],
    };
  }
}
