import { Module } from '@nestjs/common';
import { CheckoutModule } from '@tandem/checkout';
import { PaymentMethodsModule } from '@tandem/payment-methods';
import { PaymentSessionsModule } from '@tandem/payment-sessions';
import { PaymentsModule } from '@tandem/payments';
import { CustomerVaultModule } from '@tandem/customer-vault';
import { ApplyEvent } from './apply/apply-event';
import { HandleEvent } from './apply/handle-event';
import { HandleEvents } from './apply/handle-events';
import { HandleUnverifiedEvents } from './receive/handle-unverified-events';
import { ReadEvent } from './receive/read-event';
import { ReceiveEvent } from './receive/receive-event';
import { ReceiveUnscopedEvent } from './receive/receive-unscoped-event';
import { ReceiveMethodEvent } from './receive/receive-method-event';
import { ReplayEvent } from './apply/replay-event';
import { ResolveOperations } from './resolve/resolve-operations';
import { SettleLateOutcome } from './resolve/settle-late-outcome';
import { SweepEvents } from './sweep-events';
import { UnverifiedEvents } from './receive/unverified-events';
import { VerifyEvent } from './receive/verify-event';
import { WebhookEventListsRepository } from './webhook-event-lists.repository';
import { WebhookEventsReader } from './webhook-events.reader';
import { WebhookEventsRepository } from './webhook-events.repository';

const RECEIVING = [
  ResolveOperations,
  ReceiveEvent,
  ReceiveUnscopedEvent,
  ReceiveMethodEvent,
  HandleEvents,
  SweepEvents,
  ReplayEvent,
  WebhookEventsReader,
];

@Module({
  imports: [PaymentMethodsModule, CustomerVaultModule, PaymentsModule, PaymentSessionsModule, CheckoutModule],
  providers: [
    SettleLateOutcome,
    WebhookEventsRepository,
    WebhookEventListsRepository,
    ReadEvent,
    VerifyEvent,
    UnverifiedEvents,
    HandleUnverifiedEvents,
    ApplyEvent,
    HandleEvent,
    ...RECEIVING,
  ],
  exports: RECEIVING,
})
export class GatewayEventsModule {}
