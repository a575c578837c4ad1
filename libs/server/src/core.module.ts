import { Module, type DynamicModule } from '@nestjs/common';
import { AccountHoldersModule, CustomerVaultModule } from '@tandem/customer-vault';
import { CustomersModule } from '@tandem/customers';
import { ActiveLogins, LoginsModule } from '@tandem/logins';
import { AuthModule, type AuthSecrets } from '@tandem/auth';
import { CheckoutModule } from '@tandem/checkout';
import { DatabaseModule, type DatabaseOptions } from '@tandem/database';
import { EventsModule } from '@tandem/outbox';
import { OrdersModule } from '@tandem/orders';
import { PaymentCollectionsModule } from '@tandem/payment-collections';
import { PaymentMethodsModule } from '@tandem/payment-methods';
import { PaymentProvidersModule } from '@tandem/payment-providers';
import { PaymentSessionsModule } from '@tandem/payment-sessions';
import { PaymentsModule } from '@tandem/payments';
import { PluginsModule, type PluginsInUse } from '@tandem/plugins';
import { ProviderOperationsModule } from '@tandem/provider-operations';
import { RateLimitsModule } from '@tandem/rate-limits';
import { StaffModule } from '@tandem/staff';
import { StoreCreditsModule } from '@tandem/store-credits';
import { StoresModule } from '@tandem/stores';
import { VariantsModule } from '@tandem/catalog';
import { ReconciliationModule } from '@tandem/reconciliation';
import { WebhooksModule, WebhookTargetsModule } from '@tandem/webhooks';
import { DemoPeople } from './seed/demo-people';
import { DemoStore } from './seed/demo-store';
import { CreateDemoStore } from './seed/create-demo-store';

export interface CoreOptions {
  readonly database: DatabaseOptions;
  readonly secrets: AuthSecrets;
  /** The server accepts requests from other machines: login with the demo password is refused. */
  readonly isPublic: boolean;
  /** Origins that may send a cookie. */
  readonly allowedOrigins: readonly string[];
  /** Requests per minute, per client address and publishable key; 0 turns all limits off. */
  readonly rateLimit: number;
  /** Plugins in addition to the built-in providers. */
  readonly plugins: PluginsInUse;
  /** The default account, for payment methods without their own. */
  readonly stripe: { readonly secretKey: string | null; readonly apiUrl: string | null };
  /** Webhooks may be sent to private addresses, and without TLS. */
  readonly allowPrivateWebhooks: boolean;
}

const CORE = [
  LoginsModule,
  CustomersModule,
  StaffModule,
  StoresModule,
  VariantsModule,
  OrdersModule,
  PaymentMethodsModule,
  ProviderOperationsModule,
  AccountHoldersModule,
  CustomerVaultModule,
  StoreCreditsModule,
  PaymentCollectionsModule,
  PaymentsModule,
  PaymentSessionsModule,
  CheckoutModule,
  WebhooksModule,
  ReconciliationModule,
];

/** The core and its platform, without HTTP: the base of the server and of the command line. */
@Module({})
export class CoreModule {
  static forRoot(options: CoreOptions): DynamicModule {
    const platform = [
      DatabaseModule.forRoot(options.database),
      EventsModule,
      RateLimitsModule.forRoot(options.rateLimit),
      AuthModule.forRoot({
        secrets: options.secrets,
        allowedOrigins: options.allowedOrigins,
        isPublic: options.isPublic,
        logins: { module: LoginsModule, loginChecker: ActiveLogins },
      }),
      PaymentProvidersModule.forRoot({ ...options.plugins, stripe: options.stripe }),
      PluginsModule.forRoot(options.plugins),
      WebhookTargetsModule.forRoot(options.allowPrivateWebhooks),
    ];
    return {
      module: CoreModule,
      imports: [...platform, ...CORE],
      providers: [DemoPeople, CreateDemoStore, DemoStore],
      exports: [...CORE, DemoPeople, DemoStore],
    };
  }
}
