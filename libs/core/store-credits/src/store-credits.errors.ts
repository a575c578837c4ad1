import { defineError } from '@tandem/context';

/** The customer has no store credit left in the order's currency. */
export class NoStoreCredit extends defineError(
  'no_store_credit',
  'conflict',
  'User does not have any Store Credits available',
) {}

export class StoreCreditNotFound extends defineError(
  'store_credit_not_found',
  'not_found',
  'Store credit not found',
) {}

/** Unknown, or another customer's. */
export class GiftCardNotFound extends defineError(
  'gift_card_not_found',
  'not_found',
  'Gift card not found',
) {}

/** The customer does not exist in this store. */
export class GiftCardCustomerUnknown extends defineError(
  'gift_card_customer_unknown',
  'invalid',
  'Customer not found',
  { field: 'customer_id' },
) {}

export class GiftCardExpired extends defineError(
  'gift_card_expired',
  'conflict',
  'The Gift Card has expired.',
) {}

/** Nothing is left on it. */
export class GiftCardRedeemed extends defineError(
  'gift_card_already_redeemed',
  'conflict',
  'The Gift Card has already been redeemed.',
) {}

/** Its currency is not the order's. */
export class GiftCardCurrencyMismatch extends defineError(
  'gift_card_mismatched_currency',
  'conflict',
  'The Gift Card is in another currency than the order.',
) {}

/** An order accepts only one gift card. */
export class GiftCardAlreadyApplied extends defineError(
  'gift_card_already_applied',
  'conflict',
  'Another Gift Card is applied to the order already.',
) {}

export class GiftCardCodeTaken extends defineError(
  'gift_card_code_taken',
  'invalid',
  'Code has already been taken',
  { field: 'code' },
) {}

/** A part of it is reserved for an open order. */
export class CreditInUse extends defineError('credit_in_use', 'conflict', 'It is in use') {}
