import { CoreError } from '@tandem/context';
import type { Money } from '@tandem/money';

/** Not there, or of an order out of the caller's reach. */
export class PaymentSessionNotFound extends CoreError {
  readonly code = 'payment_session_not_found';
  readonly kind = 'not_found';

  constructor() {
    super('Payment session not found');
  }
}

/** A placed order is paid by its store's staff alone, and a canceled one by nobody. */
export class OrderNotPayable extends CoreError {
  readonly code = 'order_not_payable';
  readonly kind = 'conflict';

  constructor(state: string) {
    super(
      state === 'completed'
        ? 'The order is placed: what is still due for it is collected by the store'
        : `The order is ${state}: nothing more is paid for it`,
    );
  }
}

/** The session's state does not know what was asked, e.g. completing a canceled one. */
export class SessionStateForbids extends CoreError {
  readonly code = 'session_state_forbids';
  readonly kind = 'conflict';
  override readonly field = 'status';

  constructor(
    readonly act: 'complete' | 'update',
    readonly state: string,
  ) {
    super(`Status cannot transition via "${act}" from "${state}"`);
  }
}

/** Data holds what looks like a card number, and no card number is ever stored. */
export class CardNumberInData extends CoreError {
  readonly code = 'card_number_in_data';
  readonly kind = 'invalid';
  override readonly field = 'data';

  constructor() {
    super('Data must not contain a card number');
  }
}

/** The gateway would not open or change the session. */
export class SessionRefused extends CoreError {
  readonly code = 'session_refused';
  readonly kind = 'refused';
}

/** What is to be paid has changed since the session was made: its amount must be brought up to date first. */
export class SessionAmountStale extends CoreError {
  readonly code = 'session_amount_stale';
  readonly kind = 'conflict';
  override readonly field = 'amount';

  constructor(readonly outstanding: Money) {
    super(
      `Amount no longer fits: ${outstanding.toDecimal()} ${outstanding.currency} is outstanding. Update the payment session first.`,
    );
  }
}

/** The method's gateway needs the shopper's page: a payment session pays with it. */
export class PaymentSessionRequired extends CoreError {
  readonly code = 'payment_session_required';
  readonly kind = 'conflict';

  constructor() {
    super('This payment method requires a payment session');
  }
}

/** Money is held or was taken for the collection, or a shopper is about to pay it. */
export class CollectionNotUnpaid extends CoreError {
  readonly code = 'payment_collection_not_unpaid';
  readonly kind = 'conflict';

  constructor() {
    super("Can only mark 'not_paid' payment collection as paid");
  }
}

/** A gateway holds another amount than the session asks for: nothing may be concluded from it. */
export class AmountNotOfSession extends CoreError {
  readonly code = 'amount_not_of_session';
  readonly kind = 'conflict';

  constructor(told: Money, asked: Money) {
    super(
      `The gateway says ${told.toDecimal()} ${told.currency}, the session is of ${asked.toDecimal()} ${asked.currency}`,
    );
  }
}

/** A gateway holds money for a session that nobody completes any more. */
export class SessionGivenUp extends CoreError {
  readonly code = 'session_given_up';
  readonly kind = 'conflict';

  constructor(state: string) {
    super(`The gateway holds money for a session that is ${state} here, or whose order was canceled`);
  }
}
