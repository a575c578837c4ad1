import type { DeclineCode } from './declines';

/** The gateway did what was requested. */
export interface Succeeded<T> {
  readonly status: 'succeeded';
  readonly value: T;
}

/** The gateway declined, and no money moved: a value, not an error. */
export interface Declined {
  readonly status: 'declined';
  readonly code: DeclineCode;
  /** Safe to show to a shopper: no card data, no secrets, no gateway internals. */
  readonly message: string;
}

/** Sent, but no clear response came back (timeout, reset, 5xx, a malformed 200). Never a failure: money may have moved. */
export interface Unknown {
  readonly status: 'unknown';
  /** For the log and the operator; never shown to a shopper. */
  readonly cause: string;
}

/** The result of a gateway call. A `switch` over `status` must handle every case. */
export type Outcome<T> = Succeeded<T> | Declined | Unknown;

/** The gateway has no record of the operation: it can be sent again with the same key. */
export interface NeverDelivered {
  readonly status: 'never_received';
}
