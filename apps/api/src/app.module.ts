import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR } from '@nestjs/core';
import { DIALECTS, ErrorFilter } from '@tandem/http';
import { IdempotencyInterceptor, IdempotencyModule } from '@tandem/idempotency';
import { MedusaAdminModule, medusaDialect, MedusaStoreModule } from '@tandem/medusa-api';
import { SpreeAdminModule, spreeDialect, SpreeStoreModule, writeSpreeEvent } from '@tandem/spree-api';
import { CoreModule, type CoreOptions } from '@tandem/tandem';
import { WebhooksModule, WebhooksSenderModule } from '@tandem/webhooks';
import { HealthController } from './health.controller';
import { Readiness } from './readiness';

/** The server: both dialects over one core. */
@Module({})
export class AppModule {
  static forRoot(options: CoreOptions): DynamicModule {
    return {
      module: AppModule,
      imports: [
        CoreModule.forRoot(options),
        IdempotencyModule,
        SpreeStoreModule,
        SpreeAdminModule,
        MedusaStoreModule,
        MedusaAdminModule,
        WebhooksModule,
        WebhooksSenderModule.forRoot(writeSpreeEvent),
      ],
      controllers: [HealthController],
      providers: [
        Readiness,
        { provide: DIALECTS, useValue: [spreeDialect, medusaDialect] },
        { provide: APP_FILTER, useClass: ErrorFilter },
        { provide: APP_INTERCEPTOR, useExisting: IdempotencyInterceptor },
      ],
    };
  }
}
