import { keysOf } from '@tandem/objects';

/** An order as it stands after the event. */
export interface OrderPayload {
  readonly id: string;
  readonly number: string;
  readonly state: 'open' | 'completed' | 'canceled';
  readonly customerId: string | null;
  /** A decimal in major units, as `Money` writes it. */
  readonly total: string;
  readonly currency: string;
}

/** A payment session as it stands after the event. */
export interface SessionPayload {
  readonly id: string;
  readonly paymentMethodId: string;
  readonly amount: string;
  readonly currency: string;
  /** Why it failed, where it did. */
  readonly failure: { readonly code: string; readonly message: string } | null;
}

/** A payment with its totals after the event. */
export interface PaymentPayload {
  readonly id: string;
  readonly sessionId: string;
  readonly paymentMethodId: string;
  readonly number: string;
  readonly state: 'authorized' | 'captured' | 'canceled';
  /** What this event moved. */
  readonly amount: string;
  readonly authorized: string;
  readonly captured: string;
  readonly refunded: string;
  readonly canceled: string;
  readonly currency: string;
}

/** A refund, and its payment after it. */
export interface RefundPayload {
  readonly id: string;
  readonly amount: string;
  readonly currency: string;
  readonly refundReasonId: string | null;
  readonly payment: PaymentPayload;
}

/** A dispute as the gateway tells it, and the payment it is about. */
export interface DisputePayload {
  /** The gateway's id of it. */
  readonly reference: string;
  readonly state: 'opened' | 'withdrawn' | 'reinstated' | 'won' | 'lost';
  readonly amount: string;
  readonly currency: string;
  readonly reason: string | null;
  /** Until when evidence can be handed in; ISO 8601 in UTC. */
  readonly dueBy: string | null;
  readonly payment: PaymentPayload;
}

/** What is told of, and with which payload. The names are Spree's, where it has one for the same thing. */
export interface PayloadOf {
  'order.completed': OrderPayload;
  'order.canceled': OrderPayload;
  /** It is placed, and payments have captured all that credit does not pay. */
  'order.paid': OrderPayload;
  'payment_session.completed': SessionPayload;
  'payment_session.failed': SessionPayload;
  'payment_session.canceled': SessionPayload;
  'payment_session.expired': SessionPayload;
  'payment.authorized': PaymentPayload;
  'payment.captured': PaymentPayload;
  /** Its first capture: Spree's payment is completed by it. */
  'payment.paid': PaymentPayload;
  'payment.voided': PaymentPayload;
  'payment.disputed': DisputePayload;
  'refund.created': RefundPayload;
  /** It had been told of as created; its amount is the payment's again. */
  'refund.failed': RefundPayload;
}

export type EventType = keyof PayloadOf;

const KNOWN: Readonly<Record<EventType, true>> = {
  'order.completed': true,
  'order.canceled': true,
  'order.paid': true,
  'payment_session.completed': true,
  'payment_session.failed': true,
  'payment_session.canceled': true,
  'payment_session.expired': true,
  'payment.authorized': true,
  'payment.captured': true,
  'payment.paid': true,
  'payment.voided': true,
  'payment.disputed': true,
  'refund.created': true,
  'refund.failed': true,
};

export const EVENT_TYPES = keysOf(KNOWN);

/** Something that happened to money or an order. Its ids are UUIDs: a dialect spells them. */
export type NewEvent = {
  [T in EventType]: {
    readonly storeId: string;
    readonly orderId: string;
    readonly type: T;
    readonly payload: PayloadOf[T];
  };
}[EventType];

/** An event as the outbox keeps it: its id is its own for good, however often it is told. */
export type OutboxEvent = NewEvent & { readonly id: string; readonly createdAt: Date };

/** What it is about, in a dialect's words; null before its first attempt. */
export type EventResource = Readonly<Record<string, unknown>>;

/** An event with its number among those of its order: 1 for the first. */
export type NumberedEvent = OutboxEvent & { readonly position: number };
