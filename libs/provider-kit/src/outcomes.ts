import type { DeclineCode, Declined, Succeeded, NeverReceived, Unknown } from './contract/outcome';

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

export const neverReceived: NeverReceived = { status: 'never_received' };

// A record, so that a code added to the type is missed here by the compiler.
const CODES: Readonly<Record<DeclineCode, true>> = {
  card_declined: true,
  insufficient_funds: true,
  expired_card: true,
  incorrect_number: true,
  authentication_failed: true,
  not_capturable: true,
  not_refundable: true,
  not_cancelable: true,
  amount_exceeds_balance: true,
  unsupported_currency: true,
  never_received: true,
  other: true,
};

/** Whether a gateway's own word is one of ours; any other is `other`. */
export function isDeclineCode(word: unknown): word is DeclineCode {
  return typeof word === 'string' && Object.hasOwn(CODES, word);
}
