import { Module, type DynamicModule } from '@nestjs/common';
import { CheckoutModule } from '@tandem/checkout';
import { SweepOutbox } from '@tandem/outbox';
import { CreateWebhookEndpoint } from './endpoints/create-webhook-endpoint';
import { UpdateWebhookEndpoint } from './endpoints/update-webhook-endpoint';
import { WebhookDeliveriesRepository } from './deliveries/deliveries.repository';
import { DueDeliveriesRepository } from './sending/due-deliveries.repository';
import { EndpointSecrets } from './endpoints/endpoint-secrets';
import { WebhookEndpointsRepository } from './endpoints/endpoints.repository';
import { EVENT_WRITER, type EventWriter } from './sending/event-writer';
import { QueueEvents } from './deliveries/queue-events';
import { RedeliverWebhook } from './deliveries/redeliver-webhook';
import { RemoveWebhookEndpoint } from './endpoints/remove-webhook-endpoint';
import { ResealWebhookSecrets } from './endpoints/reseal-webhook-secrets';
import { RotateWebhookSecret } from './endpoints/rotate-webhook-secret';
import { SendDeliveries } from './sending/send-deliveries';
import { SendDelivery } from './sending/send-delivery';
import { SettleDelivery } from './sending/settle-delivery';
import { WebhooksReader } from './webhooks.reader';
import { WriteMessage } from './sending/write-message';

const PARTS = [WebhookEndpointsRepository, WebhookDeliveriesRepository, EndpointSecrets];

const ACTS = [
  CreateWebhookEndpoint,
  UpdateWebhookEndpoint,
  RemoveWebhookEndpoint,
  RotateWebhookSecret,
  ResealWebhookSecrets,
  RedeliverWebhook,
  WebhooksReader,
];

/** Endpoints and planning of deliveries: in every process that moves money, including the command line. */
@Module({
  providers: [...PARTS, QueueEvents, ...ACTS],
  exports: [...PARTS, ...ACTS],
})
export class WebhooksModule {}

/** Sending: only in the server. */
@Module({})
export class WebhooksSenderModule {
  static forRoot(writer: EventWriter): DynamicModule {
    return {
      module: WebhooksSenderModule,
      imports: [CheckoutModule, WebhooksModule],
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
