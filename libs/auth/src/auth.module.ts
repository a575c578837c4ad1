import { Global, Module, type DynamicModule } from '@nestjs/common';
import { MedusaAdminGuard, SpreeAdminGuard } from './admin.guard';
import { AddApiKey } from './add-api-key';
import { ApiKeys } from './api-keys';
import { ApiKeysReader } from './api-keys.reader';
import { ApiKeysRepository } from './api-keys.repository';
import { AUTH_SECRETS, JwtTokens, type AuthSecrets } from './jwt-tokens';
import { MedusaCustomerGuard } from './medusa-customer.guard';
import { MedusaStoreGuard } from './medusa-store.guard';
import { OrderTokens } from './order-tokens';
import { RevokeApiKey } from './revoke-api-key';
import { SealedSecrets } from './sealed-secrets';
import { SpreeCustomerGuard } from './spree-customer.guard';
import { SpreeStoreGuard } from './spree-store.guard';

const PARTS = [
  ApiKeys,
  ApiKeysReader,
  AddApiKey,
  RevokeApiKey,
  JwtTokens,
  OrderTokens,
  SealedSecrets,
  SpreeStoreGuard,
  SpreeCustomerGuard,
  SpreeAdminGuard,
  MedusaStoreGuard,
  MedusaCustomerGuard,
  MedusaAdminGuard,
];

@Global()
@Module({})
export class AuthModule {
  static forRoot(secrets: AuthSecrets): DynamicModule {
    return {
      module: AuthModule,
      providers: [{ provide: AUTH_SECRETS, useValue: secrets }, ApiKeysRepository, ...PARTS],
      exports: PARTS,
    };
  }
}
