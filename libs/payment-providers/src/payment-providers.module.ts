import { Global, Module, type DynamicModule } from '@nestjs/common';
import type { PaymentProvider } from '@tandem/provider-kit';
import { BogusGateway } from './bogus/bogus-gateway.repository';
import { BogusProvider } from './bogus/bogus.provider';
import { CarryOut } from './carry-out';
import { ProviderCalls } from './provider-calls';
import { ProviderOperations } from './provider-operations.repository';
import { PAYMENT_PROVIDERS, ProviderRegistry } from './provider-registry';
import { SystemProvider } from './system/system.provider';

@Global()
@Module({})
export class PaymentProvidersModule {
  /** `more` are the providers that plugins bring. */
  static forRoot(more: readonly PaymentProvider[] = []): DynamicModule {
    return {
      module: PaymentProvidersModule,
      providers: [
        BogusGateway,
        {
          provide: PAYMENT_PROVIDERS,
          inject: [BogusGateway],
          useFactory: (gateway: BogusGateway) => [new BogusProvider(gateway), new SystemProvider(), ...more],
        },
        ProviderRegistry,
        ProviderOperations,
        ProviderCalls,
        CarryOut,
      ],
      exports: [ProviderRegistry, ProviderOperations, ProviderCalls, CarryOut],
    };
  }
}
