import type { WebhookDelivery } from '@tandem/webhooks';
import { spreeId } from '../../../ids/spree-ids';
import type { SpreeWebhookDelivery } from './webhook-delivery.dto';

export function serializeWebhookDelivery(delivery: WebhookDelivery): SpreeWebhookDelivery {
  return {
    id: spreeId('webhookDelivery', delivery.id),
    event_id: spreeId('event', delivery.eventId),
    event_type: delivery.eventType,
    state: delivery.state,
    attempts: delivery.attempts,
    response_status: delivery.responseStatus,
    response_body: delivery.responseBody,
    error: delivery.error,
    redelivery_of: delivery.redeliveryOf && spreeId('webhookDelivery', delivery.redeliveryOf),
    last_attempt_at: delivery.lastAttemptAt?.toISOString() ?? null,
    next_attempt_at: delivery.nextAttemptAt?.toISOString() ?? null,
    created_at: delivery.createdAt.toISOString(),
  };
}
