import { Global, Module, type DynamicModule } from '@nestjs/common';
import type { PaymentProvider } from '@tandem/provider-kit';
import { BogusGateway } from './bogus/bogus-gateway.repository';
import { BogusProvider } from './bogus/bogus.provider';
import {
  PAYMENT_PROVIDERS,
  PROVIDER_ORIGINS,
  ProviderRegistry,
  type ProviderOrigins,
} from './provider-registry';
import type { StripeOptions } from './stripe/stripe-clients';
import { stripeProviders } from './stripe/stripe.provider';
import { SystemProvider } from './system/system.provider';

@Global()
@Module({})
export class PaymentProvidersModule {
  /** `providers` are those added by plugins, `origins` the plugin of each; `stripe` is the server's own account. */
  static forRoot({
    providers: more,
    origins,
    stripe,
  }: {
    providers: readonly PaymentProvider[];
    origins: ProviderOrigins;
    stripe: Pick<StripeOptions, 'secretKey' | 'apiUrl'>;
  }): DynamicModule {
    return {
      module: PaymentProvidersModule,
      providers: [
        BogusGateway,
        {
          provide: PAYMENT_PROVIDERS,
          inject: [BogusGateway],
          useFactory: (gateway: BogusGateway) => [
            new BogusProvider(gateway),
            new BogusProvider(gateway, 'once', 'pp_bogus-once_default'),
            new SystemProvider(),
            ...stripeProviders(stripe),
            ...more,
          ],
        },
        { provide: PROVIDER_ORIGINS, useValue: origins },
        ProviderRegistry,
      ],
      exports: [ProviderRegistry],
    };
  }
}
