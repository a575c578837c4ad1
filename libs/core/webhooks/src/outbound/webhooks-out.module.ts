import { Module, type DynamicModule } from '@nestjs/common';
import { CheckoutModule } from '@tandem/checkout';
import { SweepOutbox } from '@tandem/events';
import { AddWebhookEndpoint } from './add-webhook-endpoint';
import { ChangeWebhookEndpoint } from './change-webhook-endpoint';
import { WebhookDeliveriesRepository } from './deliveries.repository';
import { DueDeliveriesRepository } from './due-deliveries.repository';
import { EndpointSecrets } from './endpoint-secrets';
import { WebhookEndpointsRepository } from './endpoints.repository';
import { EVENT_WRITER, type EventWriter } from './event-writer';
import { QueueEvents } from './queue-events';
import { RedeliverWebhook } from './redeliver-webhook';
import { RemoveWebhookEndpoint } from './remove-webhook-endpoint';
import { ResealWebhookSecrets } from './reseal-webhook-secrets';
import { RotateWebhookSecret } from './rotate-webhook-secret';
import { SendDeliveries } from './send-deliveries';
import { SendDelivery } from './send-delivery';
import { SettleDelivery } from './settle-delivery';
import { WebhooksOutReader } from './webhooks-out.reader';
import { WriteMessage } from './write-message';

const PARTS = [WebhookEndpointsRepository, WebhookDeliveriesRepository, EndpointSecrets];

const DOOR = [
  AddWebhookEndpoint,
  ChangeWebhookEndpoint,
  RemoveWebhookEndpoint,
  RotateWebhookSecret,
  ResealWebhookSecrets,
  RedeliverWebhook,
  WebhooksOutReader,
];

/** Endpoints, and the planning of deliveries: in every process that moves money, the command line too. */
@Module({
  providers: [...PARTS, QueueEvents, ...DOOR],
  exports: [...PARTS, ...DOOR],
})
export class WebhooksOutModule {}

/** The sending: in the server. */
@Module({})
export class WebhooksSenderModule {
  static forRoot(writer: EventWriter): DynamicModule {
    return {
      module: WebhooksSenderModule,
      imports: [CheckoutModule, WebhooksOutModule],
      providers: [
        { provide: EVENT_WRITER, useValue: writer },
        DueDeliveriesRepository,
        SettleDelivery,
        WriteMessage,
        SendDelivery,
        SendDeliveries,
        SweepOutbox,
      ],
    };
  }
}
