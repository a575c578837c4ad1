import type { DeclineCode } from './contract/declines';
import type { Declined, NeverDelivered, Succeeded, Unknown } from './contract/outcome';

export function succeeded<T>(value: T): Succeeded<T> {
  return { status: 'succeeded', value };
}

/** `message` is shown to shoppers: no card data, no secrets, no gateway internals. */
export function declined(code: DeclineCode, message: string): Declined {
  return { status: 'declined', code, message };
}

/** `cause` is for the log and the operator. */
export function unknown(cause: string): Unknown {
  return { status: 'unknown', cause };
}

export const neverReceived: NeverDelivered = { status: 'never_received' };
