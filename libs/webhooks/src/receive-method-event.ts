import { Injectable } from '@nestjs/common';
import { GatewayScopes, PaymentMethodNotFound, type GatewayScope } from '@tandem/payment-methods';
import { ReadEvent } from './read-event';
import { keptOf } from './receive-event';
import type { NewMethodEvent, WebhookEvent } from './webhook-event';
import { WebhookEvents } from './webhook-events.repository';
import { EventNotGenuine } from './webhooks.errors';

export type MethodEventInput = Pick<WebhookEvent, 'headers' | 'body'> & {
  /** The method (UUID), null for an id of no known form. */
  readonly methodId: string | null;
};

/** Stores what a gateway says to the hook of one method, once, and only what carries the gateway's signature. */
@Injectable()
export class ReceiveMethodEvent {
  constructor(
    private readonly scopes: GatewayScopes,
    private readonly reading: ReadEvent,
    private readonly events: WebhookEvents,
  ) {}

  /** @throws PaymentMethodNotFound, EventNotGenuine */
  async run({ methodId, headers, body }: MethodEventInput): Promise<void> {
    const scope = methodId === null ? null : await this.scopes.ofMethod(methodId);
    const [storeId] = scope?.storeIds ?? [];
    if (methodId === null || scope === null || storeId === undefined) throw new PaymentMethodNotFound();
    const { providerId } = scope;
    const received = { headers: keptOf(headers), body, receivedAt: new Date() };
    const named = await this.named(scope, received);
    await this.events.storeOnce({ ...received, ...named, providerId, storeId, methodId });
  }

  /** Without a clear answer it is stored all the same: then nothing is lost, and its worker looks again. @throws EventNotGenuine */
  private async named(
    scope: GatewayScope,
    { headers, body, receivedAt }: Pick<NewMethodEvent, 'headers' | 'body' | 'receivedAt'>,
  ): Promise<Pick<NewMethodEvent, 'eventId' | 'eventType'>> {
    const verified = await this.reading.verify(scope, { rawBody: body, headers, receivedAt });
    if (verified.status === 'refused') throw new EventNotGenuine(verified.reason);
    if (verified.status === 'unknown') return { eventId: null, eventType: null };
    return { eventId: verified.id ?? null, eventType: verified.type ?? null };
  }
}
