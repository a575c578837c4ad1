import { defineError } from '@tandem/context';

/** Missing, or another store's. */
export class WebhookEndpointNotFound extends defineError(
  'webhook_endpoint_not_found',
  'not_found',
  'Webhook endpoint not found',
) {}

/** Missing, another endpoint's, or another store's. */
export class WebhookDeliveryNotFound extends defineError(
  'webhook_delivery_not_found',
  'not_found',
  'Webhook delivery not found',
) {}

/** The URL may not be called. */
export class TargetRefused extends defineError(
  'webhook_target_refused',
  'invalid',
  (problem: string) => `Url ${problem}`,
  { field: 'url' },
) {}

/** The endpoint is inactive, so nothing is sent to it. */
export class WebhookEndpointInactive extends defineError(
  'webhook_endpoint_inactive',
  'conflict',
  'Webhook endpoint is not active',
) {}
