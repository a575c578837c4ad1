import type { ListedEvent } from '@tandem/gateway-events';
import { spreeId } from '../../ids/spree-ids';
import type { SpreePaymentEvent } from './payment-event.dto';

export function serializePaymentEvent(event: ListedEvent): SpreePaymentEvent {
  return {
    id: spreeId('paymentEvent', event.id),
    provider_id: event.providerId,
    payment_method_id: event.methodId && spreeId('paymentMethod', event.methodId),
    state: event.state,
    event_id: event.eventId,
    event_type: event.eventType,
    reason: event.reason,
    attempts: event.attempts,
    next_attempt_at: event.dueAt?.toISOString() ?? null,
    received_at: event.receivedAt.toISOString(),
    settled_at: event.settledAt?.toISOString() ?? null,
  };
}
