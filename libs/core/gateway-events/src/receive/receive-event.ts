import { Injectable } from '@nestjs/common';
import { ProviderRegistry } from '@tandem/payment-providers';
import { UnverifiedEvents } from './unverified-events';
import { VerifyEvent } from './verify-event';
import type { WebhookEvent } from '../webhook-event';
import { WebhookEventsRepository } from '../webhook-events.repository';
import { EventNotGenuine, HookNotFound } from '../gateway-events.errors';

export type ProviderEventInput = Pick<WebhookEvent, 'headers' | 'body'> & {
  /** A hook path of some provider (`capabilities.hooks`): `/hooks/payment/stripe_stripe`, `/stripe`. */
  readonly hook: string;
};

// Headers about the connection, and those that may contain credentials.
const NOT_STORED =
  /^(authorization|proxy-.*|cookie|connection|keep-alive|host|te|trailer|transfer-encoding|upgrade|accept(-.*)?|forwarded|x-forwarded-.*|via)$/;

/** The headers that may contain a signature. */
export function storedHeaders(headers: WebhookEvent['headers']): WebhookEvent['headers'] {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !NOT_STORED.test(name)));
}

/** Stores an event sent to a provider's hook if some method's secret verifies it; otherwise only counts it. */
@Injectable()
export class ReceiveEvent {
  constructor(
    private readonly registry: ProviderRegistry,
    private readonly verify: VerifyEvent,
    private readonly unverified: UnverifiedEvents,
    private readonly events: WebhookEventsRepository,
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
    const verdict = await this.verify.verifyForProvider(providerId, { ...received, rawBody: body });
    if (verdict.is === 'forged') {
      this.unverified.count(providerId);
      throw new EventNotGenuine(verdict.reason);
    }
    await this.events.storeEvent({ ...received, providerId, body, isVerified: verdict.is === 'genuine' });
  }
}
