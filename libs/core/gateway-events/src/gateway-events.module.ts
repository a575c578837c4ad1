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
import { ReceiveEventQuietly } from './receive/receive-event-quietly';
import { ReceiveMethodEvent } from './receive/receive-method-event';
import { ReplayEvent } from './apply/replay-event';
import { ResolveOperations } from './resolve/resolve-operations';
import { SettleLateOutcome } from './resolve/settle-late-outcome';
import { SweepEvents } from './sweep-events';
import { UnverifiedEvents } from './receive/unverified-events';
import { VerifyEvent } from './receive/verify-event';
import { WebhookEventLists } from './webhook-event-lists.repository';
import { WebhookEventsReader } from './webhook-events.reader';
import { WebhookEvents } from './webhook-events.repository';

const DOOR = [
  ResolveOperations,
  ReceiveEvent,
  ReceiveEventQuietly,
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
    WebhookEvents,
    WebhookEventLists,
    ReadEvent,
    VerifyEvent,
    UnverifiedEvents,
    HandleUnverifiedEvents,
    ApplyEvent,
    HandleEvent,
    ...DOOR,
  ],
  exports: DOOR,
})
export class GatewayEventsModule {}
