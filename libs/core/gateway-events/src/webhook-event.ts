import type { EventState } from './webhook-event.states';

/** What a gateway said unasked, as it came. */
export interface WebhookEvent {
  readonly id: string;
  readonly providerId: string;
  /** The method whose hook it came to; null where the hook names a provider only. */
  readonly methodId: string | null;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The bytes as they were received, which a signature is about. */
  readonly body: Buffer;
  readonly receivedAt: Date;
  /** How often it was taken, this time included. */
  readonly attempts: number;
}

export type NewWebhookEvent = Pick<WebhookEvent, 'providerId' | 'headers' | 'body' | 'receivedAt'> & {
  /** Its signature was checked; else its worker must. */
  readonly isVerified: boolean;
};

/** One that came to a method's own hook and was found genuine; the gateway's id of it, where it could be read. */
export type NewMethodEvent = NewWebhookEvent & {
  readonly storeId: string;
  readonly methodId: string;
  readonly eventId: string | null;
  readonly eventType: string | null;
};

/** An event as a store's own people see it; what the gateway said is not told. */
export interface ListedEvent extends Pick<
  WebhookEvent,
  'id' | 'providerId' | 'methodId' | 'attempts' | 'receivedAt'
> {
  readonly state: EventState;
  readonly eventId: string | null;
  readonly eventType: string | null;
  /** Why it was not handled, or not yet. */
  readonly reason: string | null;
  /** When it is tried again; null once it is settled. */
  readonly dueAt: Date | null;
  readonly settledAt: Date | null;
}
