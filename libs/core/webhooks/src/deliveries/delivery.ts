import type { EventResource, EventType, OutboxEvent } from '@tandem/outbox';
import type { Breaker } from '../sending/breaker';
import type { WebhookEndpoint } from '../endpoints/endpoint';
import type { DeliveryState } from './delivery.states';

/** One telling of one event to one endpoint, with what came of its last attempt. */
export interface WebhookDelivery {
  readonly storeId: string;
  readonly id: string;
  readonly endpointId: string;
  readonly eventId: string;
  readonly eventType: EventType;
  /** The delivery that an admin had sent again. */
  readonly redeliveryOf: string | null;
  readonly state: DeliveryState;
  /** How often it was sent. */
  readonly attempts: number;
  /** Null where the last attempt had no answer. */
  readonly responseStatus: number | null;
  /** The first KiB of the last answer. */
  readonly responseBody: string | null;
  /** Why there was no answer, or why it was given up. */
  readonly error: string | null;
  readonly lastAttemptAt: Date | null;
  /** When it is due; while a server sends it, when another may. Null once it has arrived or was abandoned. */
  readonly nextAttemptAt: Date | null;
  readonly createdAt: Date;
}

/** All that sending it needs. */
export interface DeliveryToSend {
  readonly delivery: Pick<WebhookDelivery, 'storeId' | 'id' | 'attempts' | 'createdAt'>;
  readonly event: OutboxEvent;
  /** What it is about, as stored at the first attempt. */
  readonly resource: EventResource | null;
  readonly endpoint: Pick<WebhookEndpoint, 'id' | 'url' | 'scheme'> & Breaker & { readonly sealed: Buffer };
}

/** What came of an attempt. */
export interface Attempt {
  readonly arrived: boolean;
  readonly status: number | null;
  readonly body: string | null;
  readonly error: string | null;
}

// Spread over three days (71.7 hours), and quick at first: most failures are a deployment. The first of them are short
// enough for the second event of an order to wait behind.
const PAUSES_SECONDS = [5, 30, 120, 600, 1800, 7200, 18_000, 36_000, 50_400, 57_600, 86_400] as const;

/** Longer than an attempt takes with its ten seconds and the writing of what came of it: then its server is dead, and another sends it. */
export const LEASE_SECONDS = 30;

/** Three days. Older ones, which waited for their endpoint's breaker or behind another, are abandoned when they fail. */
export const GIVE_UP_SECONDS = 3 * 86_400;

/** How long to wait after so many attempts that failed; null: it is abandoned. `ageSeconds` is since it was planned. */
export function pauseAfter(attempts: number, ageSeconds: number): number | null {
  return ageSeconds < GIVE_UP_SECONDS ? (PAUSES_SECONDS[attempts - 1] ?? null) : null;
}
