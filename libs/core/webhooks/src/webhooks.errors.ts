import { CoreError } from '@tandem/context';

/** Not there, or another store's. */
export class WebhookEndpointNotFound extends CoreError {
  readonly code = 'webhook_endpoint_not_found';
  readonly kind = 'not_found';

  constructor() {
    super('Webhook endpoint not found');
  }
}

/** Not there, another endpoint's, or another store's. */
export class WebhookDeliveryNotFound extends CoreError {
  readonly code = 'webhook_delivery_not_found';
  readonly kind = 'not_found';

  constructor() {
    super('Webhook delivery not found');
  }
}

/** The address is none that may be called. */
export class TargetRefused extends CoreError {
  readonly code = 'webhook_target_refused';
  readonly kind = 'invalid';
  override readonly field = 'url';

  constructor(words: string) {
    super(`Url ${words}`);
  }
}

/** The endpoint is switched off, so nothing is sent to it. */
export class WebhookEndpointInactive extends CoreError {
  readonly code = 'webhook_endpoint_inactive';
  readonly kind = 'conflict';

  constructor() {
    super('Webhook endpoint is not active');
  }
}
