import { keysOf } from '@tandem/objects';

/** An order after the event. */
export interface OrderPayload {
  readonly id: string;
  readonly number: string;
  readonly state: 'open' | 'completed' | 'canceled';
  readonly customerId: string | null;
  /** Decimal in major units, as `Money` formats it. */
  readonly total: string;
  readonly currency: string;
}

/** A payment session after the event. */
export interface SessionPayload {
  readonly id: string;
  readonly paymentMethodId: string;
  readonly amount: string;
  readonly currency: string;
  /** Why it failed; null if it did not. */
  readonly failure: { readonly code: string; readonly message: string } | null;
}

/** A payment and its totals after the event. */
export interface PaymentPayload {
  readonly id: string;
  readonly sessionId: string;
  readonly paymentMethodId: string;
  readonly number: string;
  readonly state: 'authorized' | 'captured' | 'canceled';
  /** The amount of this event. */
  readonly amount: string;
  readonly authorized: string;
  readonly captured: string;
  readonly refunded: string;
  readonly canceled: string;
  readonly currency: string;
}

/** A refund, and its payment after the event. */
export interface RefundPayload {
  readonly id: string;
  readonly amount: string;
  readonly currency: string;
  readonly refundReasonId: string | null;
  readonly payment: PaymentPayload;
}

/** A dispute as reported by the gateway, and the disputed payment. */
export interface DisputePayload {
  /** The gateway's id of the dispute. */
  readonly reference: string;
  readonly state: 'opened' | 'withdrawn' | 'reinstated' | 'won' | 'lost';
  readonly amount: string;
  readonly currency: string;
  readonly reason: string | null;
  /** Deadline for evidence; ISO 8601 in UTC. */
  readonly dueBy: string | null;
  readonly payment: PaymentPayload;
}

/** Payload by event type. Uses Spree's event names where Spree has one. */
export interface PayloadOf {
  'order.completed': OrderPayload;
  'order.canceled': OrderPayload;
  /** The order is placed, and payments have captured all that store credit does not cover. */
  'order.paid': OrderPayload;
  'payment_session.completed': SessionPayload;
  'payment_session.failed': SessionPayload;
  'payment_session.canceled': SessionPayload;
  'payment_session.expired': SessionPayload;
  'payment.authorized': PaymentPayload;
  'payment.captured': PaymentPayload;
  /** The first capture, which completes Spree's payment. */
  'payment.paid': PaymentPayload;
  'payment.voided': PaymentPayload;
  'payment.disputed': DisputePayload;
  'refund.created': RefundPayload;
  /** A refund published as created has failed; its amount is the payment's again. */
  'refund.failed': RefundPayload;
}

export type EventType = keyof PayloadOf;

const PUBLIC_EVENTS: Readonly<Record<EventType, true>> = {
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

export const EVENT_TYPES = keysOf(PUBLIC_EVENTS);

/** An event about money or an order. Ids are UUIDs; dialects format them. */
export type NewEvent = {
  [T in EventType]: {
    readonly storeId: string;
    readonly orderId: string;
    readonly type: T;
    readonly payload: PayloadOf[T];
  };
}[EventType];

/** A stored event. Its id never changes, however often it is sent. */
export type OutboxEvent = NewEvent & { readonly id: string; readonly createdAt: Date };

/** The resource as a dialect serializes it; null before the first delivery attempt. */
export type EventResource = Readonly<Record<string, unknown>>;

/** An event with its position among its order's events, from 1. */
export type NumberedEvent = OutboxEvent & { readonly position: number };
