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
    const builtIn = [BogusProvider, SystemProvider];
    return {
      module: PaymentProvidersModule,
      providers: [
        BogusGateway,
        ...builtIn,
        {
          provide: PAYMENT_PROVIDERS,
          inject: builtIn,
          useFactory: (...providers: PaymentProvider[]) => [...providers, ...more],
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
