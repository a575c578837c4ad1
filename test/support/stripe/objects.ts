import { randomBytes } from 'node:crypto';

/** What the fake Stripe stores, in the shape of Stripe's API (2026-10-28), as far as it is used. */
export type StripeObject = Record<string, unknown> & { readonly id: string; readonly object: string };

export const idOf = (prefix: string): string => `${prefix}_${randomBytes(12).toString('hex')}`;

export const now = (): number => Math.floor(Date.now() / 1000);

export interface Intent extends StripeObject {
  status: string;
  amount: number;
  amount_capturable: number;
  amount_received: number;
  readonly currency: string;
  capture_method: 'automatic' | 'automatic_async' | 'manual';
  readonly client_secret: string;
  customer: string | null;
  payment_method: string | null;
  metadata: Record<string, string>;
  latest_charge: string | null;
  last_payment_error: Record<string, unknown> | null;
  next_action: Record<string, unknown> | null;
  canceled_at: number | null;
  cancellation_reason: string | null;
  setup_future_usage: string | null;
  readonly automatic_payment_methods: { readonly enabled: true; readonly allow_redirects: string } | null;
}

export interface Charge extends StripeObject {
  readonly amount: number;
  amount_captured: number;
  amount_refunded: number;
  captured: boolean;
  /** Whether it was refunded in full. */
  refunded: boolean;
  readonly currency: string;
  readonly payment_intent: string;
  /** No bank disputes a charge here. */
  readonly disputed: false;
  readonly payment_method: string;
  readonly payment_method_details: { readonly type: string } & Record<string, unknown>;
}

export interface Refund extends StripeObject {
  readonly amount: number;
  readonly currency: string;
  readonly charge: string;
  readonly payment_intent: string;
  /** Null while it is pending. */
  balance_transaction: string | null;
  readonly reason: string | null;
  status: string;
  metadata: Record<string, string>;
}

export interface Customer extends StripeObject {
  email: string | null;
  name: string | null;
  metadata: Record<string, string>;
}

export interface Method extends StripeObject {
  /** `card` or another type; its details are in the property of that name. */
  readonly type: string;
  customer: string | null;
  readonly billing_details: { readonly name: string | null };
}

export interface Setup extends StripeObject {
  status: string;
  readonly client_secret: string;
  customer: string | null;
  payment_method: string | null;
  metadata: Record<string, string>;
  last_setup_error: Record<string, unknown> | null;
  next_action: Record<string, unknown> | null;
}

/** An error in Stripe's shape: https://docs.stripe.com/api/errors */
export class StripeRefusal extends Error {
  /** `isSavedForReuse`: whether a repeat of the idempotency key gets the same error. */
  constructor(
    readonly status: number,
    readonly error: Readonly<Record<string, unknown>>,
    readonly isSavedForReuse = true,
  ) {
    super(String(error['message']));
  }
}

/** The object named in the path does not exist. */
export const missing = (what: string, id: string, param = 'id'): StripeRefusal =>
  new StripeRefusal(404, missingError(what, id, param));

/** The object named in a parameter does not exist: 400 instead of 404. */
export const missingParam = (what: string, id: string, param: string): StripeRefusal =>
  new StripeRefusal(400, missingError(what, id, param));

const missingError = (what: string, id: string, param: string): Record<string, string> => ({
  type: 'invalid_request_error',
  code: 'resource_missing',
  message: `No such ${what}: '${id}'`,
  param,
});

/** Impossible in the object's current state. */
export const wrong = (message: string, more: Record<string, unknown> = {}): StripeRefusal =>
  new StripeRefusal(400, { type: 'invalid_request_error', message, ...more });

/** Failed validation: nothing has begun, so the idempotency key can be used again. */
export const invalid = (message: string, more: Record<string, unknown> = {}): StripeRefusal =>
  new StripeRefusal(400, { type: 'invalid_request_error', message, ...more }, false);
