import type { EndpointWithSecret, WebhookEndpoint } from '@tandem/webhooks';
import { spreeId } from '../../ids/spree-ids';
import type { SpreeWebhookEndpoint } from './webhook-endpoint.dto';

export function serializeWebhookEndpoint(
  endpoint: WebhookEndpoint | EndpointWithSecret,
): SpreeWebhookEndpoint {
  return {
    id: spreeId('webhookEndpoint', endpoint.id),
    url: endpoint.url,
    subscriptions: endpoint.events,
    events: endpoint.events,
    active: endpoint.active,
    disabled_reason: endpoint.disabledReason,
    scheme: endpoint.scheme,
    description: endpoint.description,
    name: endpoint.description,
    secret: 'secret' in endpoint ? endpoint.secret : null,
    created_at: endpoint.createdAt.toISOString(),
    updated_at: endpoint.updatedAt.toISOString(),
  };
}
