import { defineError } from '@tandem/context';
import type { Money } from '@tandem/money';

/** Does not exist, or belongs to an order the caller has no access to. */
export class PaymentSessionNotFound extends defineError(
  'payment_session_not_found',
  'not_found',
  'Payment session not found',
) {}

/** Only staff can pay a placed order; a canceled order cannot be paid at all. */
export class OrderNotPayable extends defineError('order_not_payable', 'conflict', (state: string) =>
  state === 'completed'
    ? 'The order is placed: what is still due for it is collected by the store'
    : `The order is ${state}: nothing more is paid for it`,
) {}

/** The session's state does not allow this, e.g. completing a canceled session. */
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

/** The data contains what looks like a card number, which is never stored. */
export class CardNumberInData extends defineError(
  'card_number_in_data',
  'invalid',
  'Data must not contain a card number',
  { field: 'data' },
) {}

/** The gateway refused to create or update the session. */
export class SessionRefused extends defineError('session_refused', 'refused', (message: string) => message) {}

/** The outstanding amount has changed since the session was created: update its amount first. */
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

/** The method needs the shopper's page, so it can only pay through a payment session. */
export class PaymentSessionRequired extends defineError(
  'payment_session_required',
  'conflict',
  'This payment method requires a payment session',
) {}

/** Money was authorized or captured for the collection, or a shopper is paying it now. */
export class CollectionNotUnpaid extends defineError(
  'payment_collection_not_unpaid',
  'conflict',
  "Can only mark 'not_paid' payment collection as paid",
) {}

/** The gateway reports another amount than the session's: nothing is recorded. */
export class AmountNotOfSession extends defineError(
  'amount_not_of_session',
  'conflict',
  (reported: Money, requested: Money) =>
    `The gateway says ${reported.toDecimal()} ${reported.currency}, the session is of ${requested.toDecimal()} ${requested.currency}`,
) {}

/** A gateway holds money for a session that can no longer be completed. */
export class SessionAbandoned extends defineError(
  'session_given_up',
  'conflict',
  (state: string) =>
    `The gateway holds money for a session that is ${state} here, or whose order was canceled`,
) {}
