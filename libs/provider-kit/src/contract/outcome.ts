import type { DeclineCode } from './declines';

/** The gateway did what was asked. */
export interface Succeeded<T> {
  readonly status: 'succeeded';
  readonly value: T;
}

/** The gateway said no, and no money moved: a value, not an error. */
export interface Declined {
  readonly status: 'declined';
  readonly code: DeclineCode;
  /** Safe to show to a shopper: no card data, no secrets, no gateway internals. */
  readonly message: string;
}

/** Sent, and no clear answer came back (time-out, reset, 5xx, an odd 200). Never a failure: money may have moved. */
export interface Unknown {
  readonly status: 'unknown';
  /** For the log and the operator; never shown to a shopper. */
  readonly cause: string;
}

/** What a call to a gateway came to. A `switch` over `status` must handle each of them. */
export type Outcome<T> = Succeeded<T> | Declined | Unknown;

/** The gateway has no trace of the operation: it can be sent again with the same key. */
export interface NeverReceived {
  readonly status: 'never_received';
}
