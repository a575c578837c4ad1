import type { EventResource, EventType, OutboxEvent } from '@tandem/outbox';
import type { Breaker } from '../sending/breaker';
import type { WebhookEndpoint } from '../endpoints/endpoint';
import type { DeliveryState } from './delivery.states';

/** One delivery of one event to one endpoint, with the result of its last attempt. */
export interface WebhookDelivery {
  readonly storeId: string;
  readonly id: string;
  readonly endpointId: string;
  readonly eventId: string;
  readonly eventType: EventType;
  /** The delivery that an admin resent. */
  readonly redeliveryOf: string | null;
  readonly state: DeliveryState;
  /** Number of attempts. */
  readonly attempts: number;
  /** HTTP status of the last response; null if there was none. */
  readonly responseStatus: number | null;
  /** The first KiB of the last response. */
  readonly responseBody: string | null;
  /** Why there was no response, or why it was abandoned. */
  readonly error: string | null;
  readonly lastAttemptAt: Date | null;
  /** When it is due; while a server is sending it, when its lease ends. Null once it is delivered or abandoned. */
  readonly nextAttemptAt: Date | null;
  readonly createdAt: Date;
}

/** Everything needed to send it. */
export interface DeliveryToSend {
  readonly delivery: Pick<WebhookDelivery, 'storeId' | 'id' | 'attempts' | 'createdAt'>;
  readonly event: OutboxEvent;
  /** The event's subject, as stored at the first attempt. */
  readonly resource: EventResource | null;
  readonly endpoint: Pick<WebhookEndpoint, 'id' | 'url' | 'scheme'> & Breaker & { readonly sealed: Buffer };
}

/** The result of an attempt. */
export interface Attempt {
  readonly arrived: boolean;
  readonly status: number | null;
  readonly body: string | null;
  readonly error: string | null;
}

// Spread over three days (71.7 hours), with short pauses first: most failures are a deployment. The first pauses are short
// enough for an order's next event to wait.
const PAUSES_SECONDS = [5, 30, 120, 600, 1800, 7200, 18_000, 36_000, 50_400, 57_600, 86_400] as const;

/** Longer than an attempt (10 s) and storing its result take: after that its server is dead, and another sends it. */
export const LEASE_SECONDS = 30;

/** Three days. Older ones, which waited for their endpoint's breaker or behind another, are abandoned when they fail. */
export const MAX_AGE_SECONDS = 3 * 86_400;

/** The pause after that many failed attempts; null if it is abandoned. `ageSeconds` counts from its creation. */
export function pauseAfter(attempts: number, ageSeconds: number): number | null {
  return ageSeconds < MAX_AGE_SECONDS ? (PAUSES_SECONDS[attempts - 1] ?? null) : null;
}
