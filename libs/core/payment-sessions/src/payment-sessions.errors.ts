import { defineError } from '@tandem/context';
import type { Money } from '@tandem/money';

/** Not there, or of an order out of the caller's reach. */
export class PaymentSessionNotFound extends defineError(
  'payment_session_not_found',
  'not_found',
  'Payment session not found',
) {}

/** A placed order is paid by its store's staff alone, and a canceled one by nobody. */
export class OrderNotPayable extends defineError('order_not_payable', 'conflict', (state: string) =>
  state === 'completed'
    ? 'The order is placed: what is still due for it is collected by the store'
    : `The order is ${state}: nothing more is paid for it`,
) {}

/** The session's state does not know what was asked, e.g. completing a canceled one. */
export class SessionStateForbids extends defineError(
  'session_state_forbids',
  'conflict',
  (act: 'complete' | 'update', state: string) => `Status cannot transition via "${act}" from "${state}"`,
  { field: 'status' },
) {
  constructor(
    readonly act: 'complete' | 'update',
    readonly state: string,
  ) {
    super(act, state);
  }
}

/** Data holds what looks like a card number, and no card number is ever stored. */
export class CardNumberInData extends defineError(
  'card_number_in_data',
  'invalid',
  'Data must not contain a card number',
  { field: 'data' },
) {}

/** The gateway would not open or change the session. */
export class SessionRefused extends defineError('session_refused', 'refused', (message: string) => message) {}

/** What is to be paid has changed since the session was made: its amount must be brought up to date first. */
export class SessionAmountStale extends defineError(
  'session_amount_stale',
  'conflict',
  (outstanding: Money) =>
    `Amount no longer fits: ${outstanding.toDecimal()} ${outstanding.currency} is outstanding. Update the payment session first.`,
  { field: 'amount' },
) {
  constructor(readonly outstanding: Money) {
    super(outstanding);
  }
}

/** The method's gateway needs the shopper's page: a payment session pays with it. */
export class PaymentSessionRequired extends defineError(
  'payment_session_required',
  'conflict',
  'This payment method requires a payment session',
) {}

/** Money is held or was taken for the collection, or a shopper is about to pay it. */
export class CollectionNotUnpaid extends defineError(
  'payment_collection_not_unpaid',
  'conflict',
  "Can only mark 'not_paid' payment collection as paid",
) {}

/** A gateway holds another amount than the session asks for: nothing may be concluded from it. */
export class AmountNotOfSession extends defineError(
  'amount_not_of_session',
  'conflict',
  (reported: Money, requested: Money) =>
    `The gateway says ${reported.toDecimal()} ${reported.currency}, the session is of ${requested.toDecimal()} ${requested.currency}`,
) {}

/** A gateway holds money for a session that nobody completes any more. */
export class SessionAbandoned extends defineError(
  'session_given_up',
  'conflict',
  (state: string) =>
    `The gateway holds money for a session that is ${state} here, or whose order was canceled`,
) {}
