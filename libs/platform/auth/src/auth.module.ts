import { Global, Module, type DynamicModule, type Type } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { CreateApiKey } from './api-keys/create-api-key';
import { ApiKeyListsRepository } from './api-keys/api-key-lists.repository';
import { ApiKeys } from './api-keys/api-keys';
import { ApiKeysReader } from './api-keys/api-keys.reader';
import { ApiKeysRepository } from './api-keys/api-keys.repository';
import { UpdateApiKey } from './api-keys/update-api-key';
import { DeleteApiKey } from './api-keys/delete-api-key';
import { AUTH_SECRETS, IS_PUBLIC, type AuthSecrets } from './secrets/auth-secrets';
import { JwtTokens } from './tokens/jwt-tokens';
import { LinkSalesChannels } from './api-keys/link-sales-channels';
import { CookieKeys } from './secrets/cookie-keys';
import { DerivedKeys } from './secrets/derived-keys';
import { LoginChecker } from './tokens/login-checker';
import { OrderTokens } from './tokens/order-tokens';
import { ALLOWED_ORIGINS, RequestOwners } from './guards/request-owners';
import { RevokeApiKey } from './api-keys/revoke-api-key';
import { RevokeFormerKeys } from './api-keys/revoke-former-keys';
import { ScopeDeclarations } from './scopes/scope-declarations';
import { SealedSecrets } from './secrets/sealed-secrets';

const PARTS = [
  ApiKeys,
  ApiKeysReader,
  CreateApiKey,
  UpdateApiKey,
  RevokeApiKey,
  RevokeFormerKeys,
  DeleteApiKey,
  LinkSalesChannels,
  JwtTokens,
  OrderTokens,
  DerivedKeys,
  SealedSecrets,
  RequestOwners,
  CookieKeys,
];

export interface AuthOptions {
  readonly secrets: AuthSecrets;
  /** Origins, besides our own, that may call with a cookie. */
  readonly allowedOrigins: readonly string[];
  /** Whether others than its operator can connect to the server. */
  readonly isPublic: boolean;
  /** The class that checks whether a login is active, and its module. */
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
