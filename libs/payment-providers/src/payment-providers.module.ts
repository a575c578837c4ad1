import { Global, Module, type DynamicModule } from '@nestjs/common';
import type { PaymentProvider } from '@tandem/provider-kit';
import { BogusGateway } from './bogus/bogus-gateway.repository';
import { BogusProvider } from './bogus/bogus.provider';
import { CarryOut } from './carry-out';
import { OpenOperations } from './open-operations';
import { OpenOperationsRepository } from './open-operations.repository';
import { ProviderCalls } from './provider-calls';
import { ProviderOperations } from './provider-operations.repository';
import {
  PAYMENT_PROVIDERS,
  PROVIDER_ORIGINS,
  ProviderRegistry,
  type ProviderOrigins,
} from './provider-registry';
import { SystemProvider } from './system/system.provider';

@Global()
@Module({})
export class PaymentProvidersModule {
  /** `providers` are those that plugins bring, `origins` who brought each. */
  static forRoot({
    providers: more,
    origins,
  }: {
    providers: readonly PaymentProvider[];
    origins: ProviderOrigins;
  }): DynamicModule {
    return {
      module: PaymentProvidersModule,
      providers: [
        BogusGateway,
        {
          provide: PAYMENT_PROVIDERS,
          inject: [BogusGateway],
          useFactory: (gateway: BogusGateway) => [new BogusProvider(gateway), new SystemProvider(), ...more],
        },
        { provide: PROVIDER_ORIGINS, useValue: origins },
        ProviderRegistry,
        ProviderOperations,
        OpenOperationsRepository,
        OpenOperations,
        ProviderCalls,
        CarryOut,
      ],
      exports: [ProviderRegistry, ProviderOperations, OpenOperations, ProviderCalls, CarryOut],
    };
  }
}
