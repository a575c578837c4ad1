import { Injectable } from '@nestjs/common';
import { ProviderRegistry } from '@tandem/payment-providers';
import type { NewWebhookEvent } from './webhook-event';
import { WebhookEvents } from './webhook-events.repository';

// What speaks of the connection, and what may hold a secret of somebody's who is no gateway.
const NOT_KEPT =
  /^(authorization|proxy-.*|cookie|connection|keep-alive|host|te|trailer|transfer-encoding|upgrade|accept(-.*)?|forwarded|x-forwarded-.*|via)$/;

/** The headers that a signature may be in. */
export function keptOf(headers: NewWebhookEvent['headers']): NewWebhookEvent['headers'] {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !NOT_KEPT.test(name)));
}

/** Stores what a gateway says unasked, before anybody understands it: then nothing of it is lost. */
@Injectable()
export class ReceiveEvent {
  constructor(
    private readonly registry: ProviderRegistry,
    private readonly events: WebhookEvents,
  ) {}

  /** Keeps nothing for a provider that is not there. */
  async run({ providerId, headers, body }: NewWebhookEvent): Promise<void> {
    if (!this.registry.find(providerId)) return;
    await this.events.store({ providerId, headers: keptOf(headers), body });
  }
}
