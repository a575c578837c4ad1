import type { EventType, OutboxEvent } from '@tandem/events';
import type { WebhookEndpoint } from './endpoint';
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
  /** Null once it has arrived or was given up. */
  readonly nextAttemptAt: Date | null;
  readonly createdAt: Date;
}

/** All that sending it needs. */
export interface DeliveryToSend {
  readonly delivery: Pick<WebhookDelivery, 'storeId' | 'id' | 'attempts'>;
  readonly event: OutboxEvent;
  readonly endpoint: Pick<WebhookEndpoint, 'id' | 'url' | 'scheme' | 'active'> & { readonly sealed: Buffer };
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

/** How long to wait after so many attempts that failed; null: it is given up. */
export function pauseAfter(attempts: number): number | null {
  return PAUSES_SECONDS[attempts - 1] ?? null;
}
