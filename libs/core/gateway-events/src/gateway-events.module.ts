import { Module } from '@nestjs/common';
import { CheckoutModule } from '@tandem/checkout';
import { PaymentMethodsModule } from '@tandem/payment-methods';
import { PaymentSessionsModule } from '@tandem/payment-sessions';
import { PaymentsModule } from '@tandem/payments';
import { SavedMethodsModule } from '@tandem/saved-methods';
import { ApplyEvent } from './apply-event';
import { HandleEvent } from './handle-event';
import { HandleEvents } from './handle-events';
import { HandleUnverifiedEvents } from './handle-unverified-events';
import { ReadEvent } from './read-event';
import { ReceiveEvent } from './receive-event';
import { ReceiveEventQuietly } from './receive-event-quietly';
import { ReceiveMethodEvent } from './receive-method-event';
import { ReplayEvent } from './replay-event';
import { ResolveOperations } from './resolve-operations';
import { SettleLateOutcome } from './settle-late-outcome';
import { SweepEvents } from './sweep-events';
import { UnverifiedEvents } from './unverified-events';
import { VerifyEvent } from './verify-event';
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
  imports: [PaymentMethodsModule, SavedMethodsModule, PaymentsModule, PaymentSessionsModule, CheckoutModule],
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
