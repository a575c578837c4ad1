import type { EventState } from './webhook-event.states';

/** A webhook event from a gateway, exactly as received. */
export interface WebhookEvent {
  readonly id: string;
  readonly providerId: string;
  /** The method whose hook received it; null if the hook names only a provider. */
  readonly methodId: string | null;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The received bytes, which the signature covers. */
  readonly body: Buffer;
  readonly receivedAt: Date;
  /** Number of attempts, including the current one. */
  readonly attempts: number;
}

export type NewWebhookEvent = Pick<WebhookEvent, 'providerId' | 'headers' | 'body' | 'receivedAt'> & {
  /** Its signature was checked; if false, the worker checks it. */
  readonly isVerified: boolean;
};

/** A genuine event received by a method's own hook, with the gateway's id if it could be read. */
export type NewMethodEvent = NewWebhookEvent & {
  readonly storeId: string;
  readonly methodId: string;
  readonly eventId: string | null;
  readonly eventType: string | null;
};

/** An event as shown to staff, without its content. */
export interface ListedEvent extends Pick<
  WebhookEvent,
  'id' | 'providerId' | 'methodId' | 'attempts' | 'receivedAt'
> {
  readonly state: EventState;
  readonly eventId: string | null;
  readonly eventType: string | null;
  /** Why it is not handled (yet). */
  readonly reason: string | null;
  /** Time of the next attempt; null once it is settled. */
  readonly dueAt: Date | null;
  readonly settledAt: Date | null;
}
