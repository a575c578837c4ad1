import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, DiscoveryModule } from '@nestjs/core';
import { LoginsWorkersModule } from '@tandem/logins';
import { DIALECTS, ErrorFilter, RespondInterceptor } from '@tandem/http';
import { CheckoutWorkersModule } from '@tandem/checkout';
import { IdempotencyInterceptor, IdempotencyModule } from '@tandem/idempotency';
import { MedusaAdminModule, medusaDialect, MedusaStoreModule } from '@tandem/medusa';
import { SpreeAdminModule, spreeDialect, spreeEvents, SpreeStoreModule } from '@tandem/spree';
import type { TandemPlugin } from '@tandem/provider-kit';
import { SweepRateLimits } from '@tandem/rate-limits';
import type { Settings } from '@tandem/config';
import { GatewayEventsModule } from '@tandem/gateway-events';
import { WebhooksSenderModule } from '@tandem/webhooks';
import { coreOptions } from './core-options';
import { CoreModule } from './core.module';
import { HealthController } from './health/health.controller';
import { Readiness } from './health/readiness';
import { WarnAboutDemoPassword } from './seed/warn-about-demo-password';

export interface TandemOptions {
  readonly settings: Settings;
  /** The result of `databaseFor(settings)`. */
  readonly databaseUrl: string;
  /** In addition to the settings' plugins. */
  readonly plugins?: readonly TandemPlugin[];
}

/** The server: both dialects over one core. A team's own app imports this module. */
@Module({})
export class TandemModule {
  /** @throws PluginRefused */
  static forRoot({ settings, databaseUrl, plugins }: TandemOptions): DynamicModule {
    return {
      module: TandemModule,
      imports: [
        CoreModule.forRoot(coreOptions(settings, databaseUrl, plugins)),
        DiscoveryModule,
        IdempotencyModule,
        SpreeStoreModule,
        SpreeAdminModule,
        MedusaStoreModule,
        MedusaAdminModule,
        LoginsWorkersModule,
        CheckoutWorkersModule,
        GatewayEventsModule,
        WebhooksSenderModule.forRoot(spreeEvents),
      ],
      controllers: [HealthController],
      providers: [
        Readiness,
        WarnAboutDemoPassword,
        SweepRateLimits,
        { provide: DIALECTS, useValue: [spreeDialect, medusaDialect] },
        { provide: APP_FILTER, useClass: ErrorFilter },
        // The first interceptor is the outermost: it serializes what the second returns or replays.
        { provide: APP_INTERCEPTOR, useClass: RespondInterceptor },
        { provide: APP_INTERCEPTOR, useExisting: IdempotencyInterceptor },
      ],
    };
  }
}
