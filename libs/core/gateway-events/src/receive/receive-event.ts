import { Injectable } from '@nestjs/common';
import { ProviderRegistry } from '@tandem/payment-providers';
import { UnverifiedEvents } from './unverified-events';
import { VerifyEvent } from './verify-event';
import type { WebhookEvent } from '../webhook-event';
import { WebhookEvents } from '../webhook-events.repository';
import { EventNotGenuine, HookNotFound } from '../gateway-events.errors';

export type ProviderEventInput = Pick<WebhookEvent, 'headers' | 'body'> & {
  /** A path that some provider answers (`capabilities.hooks`): `/hooks/payment/stripe_stripe`, `/stripe`. */
  readonly hook: string;
};

// What speaks of the connection, and what may hold a secret of somebody's who is no gateway.
const NOT_STORED =
  /^(authorization|proxy-.*|cookie|connection|keep-alive|host|te|trailer|transfer-encoding|upgrade|accept(-.*)?|forwarded|x-forwarded-.*|via)$/;

/** The headers that a signature may be in. */
export function storedHeaders(headers: WebhookEvent['headers']): WebhookEvent['headers'] {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !NOT_STORED.test(name)));
}

/** Stores what a gateway says to the hook of its provider, where some method's secret verifies it; anything else is counted. */
@Injectable()
export class ReceiveEvent {
  constructor(
    private readonly registry: ProviderRegistry,
    private readonly verify: VerifyEvent,
    private readonly unverified: UnverifiedEvents,
    private readonly events: WebhookEvents,
  ) {}

  /** @throws HookNotFound, EventNotGenuine, EventNotVerified */
  async run({ hook, headers, body }: ProviderEventInput): Promise<void> {
    const provider = this.registry.findByHook(hook);
    if (provider === undefined) {
      this.unverified.count(null);
      throw new HookNotFound();
    }
    const { id: providerId } = provider.capabilities;
    const received = { headers: storedHeaders(headers), receivedAt: new Date() };
    const verdict = await this.verify.ofProvider(providerId, { ...received, rawBody: body });
    if (verdict.is === 'forged') {
      this.unverified.count(providerId);
      throw new EventNotGenuine(verdict.reason);
    }
    await this.events.store({ ...received, providerId, body, isVerified: verdict.is === 'genuine' });
  }
}
