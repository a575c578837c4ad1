import { defineError } from '@tandem/context';

/** The storefront has not created the cart's payment collection yet (Medusa). */
export class CollectionNotInitiated extends defineError(
  'payment_collection_not_initiated',
  'invalid',
  'Payment collection has not been initiated for cart',
) {}

/** An amount is due, but the cart has no payment session. */
export class NoSessionToComplete extends defineError(
  'no_payment_session',
  'invalid',
  'Payment sessions are required to complete cart',
) {}

/** The order is already paid for more than it would cost after the change. */
export class PaidForMore extends defineError(
  'paid_for_more',
  'conflict',
  'The order is already paid for more than that',
) {}

/** The order is not ready for its next step; the message says why. */
export class CannotAdvance extends defineError(
  'order_cannot_transition',
  'conflict',
  (message: string) => message,
) {}

/** The message while a refund or a void of the order has no outcome yet. */
export const PAYMENT_IN_FLIGHT = 'A payment for the order is being refunded or voided';

/** The order cannot be placed; the message says why. */
export class CannotPlace extends defineError(
  'order_cannot_complete',
  'conflict',
  (message: string) => message,
) {}

/** A payment of the order is in flight: what can be done depends on its outcome. */
export class PaymentInProgress extends defineError(
  'payment_under_way',
  'conflict',
  'A payment of the order is still being processed',
) {}

/** A cart with payments must be canceled by staff, who can void or refund them. */
export class CartHasPayments extends defineError('cart_has_payments', 'conflict', 'The cart has payments') {}

/** Further payment collections are only for placed orders. */
export class OrderNotPlaced extends defineError(
  'order_not_placed',
  'conflict',
  (state: string) => `The order is ${state}: only a placed order can have a further payment collection`,
) {}

/** An order cannot change its region: currency and prices depend on it. */
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

/** A credit line must have the sign of the pending difference and not exceed it. The messages are Medusa's. */
export class CreditLineRefused extends defineError(
  'credit_line_refused',
  'invalid',
  (why: keyof typeof WHY_REFUSED) => WHY_REFUSED[why],
  { field: 'amount' },
) {}

/** The order is already canceled and refunded. Takes the id as the caller wrote it. */
export class OrderAlreadyCanceled extends defineError(
  'order_already_canceled',
  'invalid',
  (publicId: string) => `Order with id ${publicId} has been canceled.`,
) {}
