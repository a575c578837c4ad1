import { defineError } from '@tandem/context';

/** The storefront has not asked for the cart's payment collection yet (Medusa). */
export class CollectionNotInitiated extends defineError(
  'payment_collection_not_initiated',
  'invalid',
  'Payment collection has not been initiated for cart',
) {}

/** Something is to be paid, and no session is there to pay it. */
export class NoSessionToComplete extends defineError(
  'no_payment_session',
  'invalid',
  'Payment sessions are required to complete cart',
) {}

/** More is paid already than the order would cost after the change. */
export class PaidForMore extends defineError(
  'paid_for_more',
  'conflict',
  'More than that is paid for the order already',
) {}

/** The order is not ready for its next step, and why. */
export class CannotAdvance extends defineError(
  'order_cannot_transition',
  'conflict',
  (message: string) => message,
) {}

/** A refund or a void whose outcome is not known yet. */
export const PAYMENT_IN_FLIGHT = 'A payment for the order is being given back';

/** The order cannot be placed, and why. */
export class CannotPlace extends defineError(
  'order_cannot_complete',
  'conflict',
  (message: string) => message,
) {}

/** A payment of the order is under way: its outcome decides what can be done. */
export class PaymentInProgress extends defineError(
  'payment_under_way',
  'conflict',
  'A payment of the order is still being processed',
) {}

/** The order carries payments, so it is canceled by whoever can give them back. */
export class CartHasPayments extends defineError('cart_has_payments', 'conflict', 'The cart has payments') {}

/** What is further to be paid is asked for once an order is placed. */
export class OrderNotPlaced extends defineError(
  'order_not_placed',
  'conflict',
  (state: string) => `The order is ${state}: only a placed order can have a further payment collection`,
) {}

/** An order stays in the region it was opened in: its currency and prices are that region's. */
export class RegionFixed extends defineError(
  'region_fixed',
  'conflict',
  'The region of a cart cannot be changed',
) {}

const WHY_REFUSED = {
  nothing_pending: 'Can only create credit lines if the order has a positive or negative pending difference',
  not_positive: 'Can only create positive credit lines if the order has a positive pending difference',
  not_negative: 'Can only create negative credit lines if the order has a negative pending difference',
  too_positive: 'Cannot create more positive credit lines with amount more than the pending difference',
  too_negative: 'Cannot create more negative credit lines with amount more than the pending difference',
} as const;

/** A credit line takes off what is pending, the same way and no more than it (in Medusa's words). */
export class CreditLineRefused extends defineError(
  'credit_line_refused',
  'invalid',
  (why: keyof typeof WHY_REFUSED) => WHY_REFUSED[why],
  { field: 'amount' },
) {}

/** It is canceled, and all that was paid for it was given back. Takes the id as the caller wrote it. */
export class OrderAlreadyCanceled extends defineError(
  'order_already_canceled',
  'invalid',
  (publicId: string) => `Order with id ${publicId} has been canceled.`,
) {}
