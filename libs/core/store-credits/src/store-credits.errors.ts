import { CoreError } from '@tandem/context';

/** The customer has none left in the order's currency. */
export class NoStoreCredit extends CoreError {
  readonly code = 'no_store_credit';
  readonly kind = 'conflict';

  constructor() {
    super('User does not have any Store Credits available');
  }
}

export class StoreCreditNotFound extends CoreError {
  readonly code = 'store_credit_not_found';
  readonly kind = 'not_found';

  constructor() {
    super('Store credit not found');
  }
}

/** Not there, or another customer's. */
export class GiftCardNotFound extends CoreError {
  readonly code = 'gift_card_not_found';
  readonly kind = 'not_found';

  constructor() {
    super('Gift card not found');
  }
}

/** A card is given to a customer of the store's own. */
export class GiftCardCustomerUnknown extends CoreError {
  readonly code = 'gift_card_customer_unknown';
  readonly kind = 'invalid';
  override readonly field = 'customer_id';

  constructor() {
    super('Customer not found');
  }
}

export class GiftCardExpired extends CoreError {
  readonly code = 'gift_card_expired';
  readonly kind = 'conflict';

  constructor() {
    super('The Gift Card has expired.');
  }
}

/** Nothing of it is left. */
export class GiftCardRedeemed extends CoreError {
  readonly code = 'gift_card_already_redeemed';
  readonly kind = 'conflict';

  constructor() {
    super('The Gift Card has already been redeemed.');
  }
}

/** In another currency than the order. */
export class GiftCardCurrencyMismatch extends CoreError {
  readonly code = 'gift_card_mismatched_currency';
  readonly kind = 'conflict';

  constructor() {
    super('The Gift Card is in another currency than the order.');
  }
}

/** An order takes one gift card. */
export class GiftCardAlreadyApplied extends CoreError {
  readonly code = 'gift_card_already_applied';
  readonly kind = 'conflict';

  constructor() {
    super('Another Gift Card is applied to the order already.');
  }
}

export class GiftCardCodeTaken extends CoreError {
  readonly code = 'gift_card_code_taken';
  readonly kind = 'invalid';
  override readonly field = 'code';

  constructor() {
    super('Code has already been taken');
  }
}

/** A part of it is spent or set aside for an order. */
export class CreditInUse extends CoreError {
  readonly code = 'credit_in_use';
  readonly kind = 'conflict';

  constructor() {
    super('It is in use');
  }
}
