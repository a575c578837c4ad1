import { Global, Module, type DynamicModule } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { MedusaAdminGuard, SpreeAdminGuard } from './admin.guard';
import { AddApiKey } from './add-api-key';
import { ApiKeyListsRepository } from './api-key-lists.repository';
import { ApiKeys } from './api-keys';
import { ApiKeysReader } from './api-keys.reader';
import { ApiKeysRepository } from './api-keys.repository';
import { ChangeApiKey } from './change-api-key';
import { DeleteApiKey } from './delete-api-key';
import { AUTH_SECRETS, JwtTokens, type AuthSecrets } from './jwt-tokens';
import { LinkSalesChannels } from './link-sales-channels';
import { DerivedKeys } from './derived-keys';
import { HookGuard } from './hook.guard';
import { CookieSessions } from './cookie-sessions';
import { LoginSessions } from './login-sessions.repository';
import { MedusaCustomerGuard } from './medusa-customer.guard';
import { MedusaStoreGuard } from './medusa-store.guard';
import { OrderTokens } from './order-tokens';
import { PublishableKeys } from './publishable-keys';
import { NewCustomerGuard, NewUserGuard } from './registration.guard';
import { ALLOWED_ORIGINS, RequestOwners } from './request-owners';
import { RevokeApiKey } from './revoke-api-key';
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
  HookGuard,
  NewCustomerGuard,
  NewUserGuard,
  PublishableKeys,
  RequestOwners,
  LoginSessions,
  CookieSessions,
];

@Global()
@Module({})
export class AuthModule {
  /** `allowedOrigins` may call with a cookie, as our own may. */
  static forRoot(secrets: AuthSecrets, allowedOrigins: readonly string[]): DynamicModule {
    const settings = [
      { provide: AUTH_SECRETS, useValue: secrets },
      { provide: ALLOWED_ORIGINS, useValue: allowedOrigins },
    ];
    return {
      module: AuthModule,
      imports: [DiscoveryModule],
      providers: [...settings, ApiKeysRepository, ApiKeyListsRepository, ScopeDeclarations, ...PARTS],
      exports: PARTS,
    };
  }
}
