import { Module } from '@nestjs/common';
import { PaymentSessionsModule } from '@tandem/payment-sessions';
import { PaymentsModule } from '@tandem/payments';
import { HandleEvents } from './handle-events';
import { ReceiveEvent } from './receive-event';
import { ResolveOperations } from './resolve-operations';
import { SettleLateOutcome } from './settle-late-outcome';
import { SweepEvents } from './sweep-events';
import { WebhookEvents } from './webhook-events.repository';

@Module({
  imports: [PaymentSessionsModule, PaymentsModule],
  providers: [SettleLateOutcome, ResolveOperations, WebhookEvents, ReceiveEvent, HandleEvents, SweepEvents],
  exports: [ResolveOperations, ReceiveEvent, HandleEvents, SweepEvents],
})
export class WebhooksModule {}
