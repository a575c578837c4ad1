import { Injectable } from '@nestjs/common';
import { GatewayAccounts, PaymentMethodNotFound, type GatewayAccount } from '@tandem/payment-methods';
import { storedHeaders } from './receive-event';
import { UnverifiedEvents } from './unverified-events';
import { VerifyEvent } from './verify-event';
import type { WebhookEvent } from '../webhook-event';
import { WebhookEventsRepository } from '../webhook-events.repository';
import { EventNotGenuine } from '../gateway-events.errors';

export type MethodEventInput = Pick<WebhookEvent, 'headers' | 'body'> & {
  /** UUID. */
  readonly methodId: string;
};

/** Stores an event sent to one method's hook, once, and only with a valid signature. */
@Injectable()
export class ReceiveMethodEvent {
  constructor(
    private readonly accounts: GatewayAccounts,
    private readonly verify: VerifyEvent,
    private readonly unverified: UnverifiedEvents,
    private readonly events: WebhookEventsRepository,
  ) {}

  /** @throws PaymentMethodNotFound, EventNotGenuine, EventNotVerified */
  async run({ methodId, headers, body }: MethodEventInput): Promise<void> {
    const found = await this.accounts.findByMethod(methodId);
    if (found === null) {
      this.unverified.count(null);
      throw new PaymentMethodNotFound();
    }
    const { providerId, own } = found;
    if (!this.verify.canParse(providerId)) return this.unverified.count(providerId);
    // This process cannot decrypt its secrets: the gateway will send it again.
    if (own === null) throw this.verify.countUnverified(providerId);
    await this.storeEvent(own, { methodId, headers, body });
  }

  private async storeEvent(
    account: GatewayAccount,
    { methodId, headers, body }: MethodEventInput,
  ): Promise<void> {
    const { providerId } = account;
    const [storeId] = account.storeIds;
    if (storeId === undefined) throw new PaymentMethodNotFound();
    const received = { headers: storedHeaders(headers), receivedAt: new Date() };
    const verdict = await this.verify.verifyForAccount(account, { ...received, rawBody: body });
    if (verdict.is === 'forged') {
      this.unverified.count(providerId);
      throw new EventNotGenuine(verdict.reason);
    }
    const { id: eventId, type: eventType } = verdict.is === 'genuine' ? verdict : { id: null, type: null };
    const isVerified = verdict.is === 'genuine';
    await this.events.storeOnce({
      ...received,
      providerId,
      storeId,
      methodId,
      body,
      eventId,
      eventType,
      isVerified,
    });
  }
}
