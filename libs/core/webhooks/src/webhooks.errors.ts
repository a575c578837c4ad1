import { defineError } from '@tandem/context';

/** Not there, or another store's. */
export class WebhookEndpointNotFound extends defineError(
  'webhook_endpoint_not_found',
  'not_found',
  'Webhook endpoint not found',
) {}

/** Not there, another endpoint's, or another store's. */
export class WebhookDeliveryNotFound extends defineError(
  'webhook_delivery_not_found',
  'not_found',
  'Webhook delivery not found',
) {}

/** The address is none that may be called. */
export class TargetRefused extends defineError(
  'webhook_target_refused',
  'invalid',
  (words: string) => `Url ${words}`,
  { field: 'url' },
) {}

/** The endpoint is switched off, so nothing is sent to it. */
export class WebhookEndpointInactive extends defineError(
  'webhook_endpoint_inactive',
  'conflict',
  'Webhook endpoint is not active',
) {}
