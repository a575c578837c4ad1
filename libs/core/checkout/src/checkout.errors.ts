import { CoreError } from '@tandem/context';

/** The storefront has not asked for the cart's payment collection yet (Medusa). */
export class CollectionNotInitiated extends CoreError {
  readonly code = 'payment_collection_not_initiated';
  readonly kind = 'invalid';

  constructor() {
    super('Payment collection has not been initiated for cart');
  }
}

/** Something is to be paid, and no session is there to pay it. */
export class NoSessionToComplete extends CoreError {
  readonly code = 'no_payment_session';
  readonly kind = 'invalid';

  constructor() {
    super('Payment sessions are required to complete cart');
  }
}

/** More is paid already than the order would cost after the change. */
export class PaidForMore extends CoreError {
  readonly code = 'paid_for_more';
  readonly kind = 'conflict';

  constructor() {
    super('More than that is paid for the order already');
  }
}

/** The order is not ready for its next step, and why. */
export class CannotAdvance extends CoreError {
  readonly code = 'order_cannot_transition';
  readonly kind = 'conflict';
}

/** A refund or a void whose outcome is not known yet. */
export const PAYMENT_LEAVING = 'A payment for the order is being given back';

/** The order cannot be placed, and why. */
export class CannotPlace extends CoreError {
  readonly code = 'order_cannot_complete';
  readonly kind = 'conflict';
}

/** A payment of the order is under way: its outcome decides what can be done. */
export class PaymentUnderWay extends CoreError {
  readonly code = 'payment_under_way';
  readonly kind = 'conflict';

  constructor() {
    super('A payment of the order is still being processed');
  }
}

/** The order carries payments, so it is canceled by whoever can give them back. */
export class CartHasPayments extends CoreError {
  readonly code = 'cart_has_payments';
  readonly kind = 'conflict';

  constructor() {
    super('The cart has payments');
  }
}

/** What is further to be paid is asked for once an order is placed. */
export class OrderNotPlaced extends CoreError {
  readonly code = 'order_not_placed';
  readonly kind = 'conflict';

  constructor(state: string) {
    super(`The order is ${state}: only a placed order can have a further payment collection`);
  }
}

/** An order stays in the region it was opened in: its currency and prices are that region's. */
export class RegionFixed extends CoreError {
  readonly code = 'region_fixed';
  readonly kind = 'conflict';

  constructor() {
    super('The region of a cart cannot be changed');
  }
}

const WHY_REFUSED = {
  nothing_pending: 'Can only create credit lines if the order has a positive or negative pending difference',
  not_positive: 'Can only create positive credit lines if the order has a positive pending difference',
  not_negative: 'Can only create negative credit lines if the order has a negative pending difference',
  too_positive: 'Cannot create more positive credit lines with amount more than the pending difference',
  too_negative: 'Cannot create more negative credit lines with amount more than the pending difference',
} as const;

/** A credit line takes off what is pending, the same way and no more than it (in Medusa's words). */
export class CreditLineRefused extends CoreError {
  readonly code = 'credit_line_refused';
  readonly kind = 'invalid';
  override readonly field = 'amount';

  constructor(why: keyof typeof WHY_REFUSED) {
    super(WHY_REFUSED[why]);
  }
}

/** It is canceled, and all that was paid for it was given back. */
export class OrderAlreadyCanceled extends CoreError {
  readonly code = 'order_already_canceled';
  readonly kind = 'invalid';

  /** `shownId` is the id as the caller spelled it. */
  constructor(shownId: string) {
    super(`Order with id ${shownId} has been canceled.`);
  }
}
