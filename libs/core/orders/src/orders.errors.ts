import { CoreError } from '@tandem/context';

/** Not there, or not the caller's: the two are not told apart. */
export class OrderNotFound extends CoreError {
  readonly code = 'order_not_found';
  readonly kind = 'not_found';

  /** `shownId` is the id as the caller spelled it. */
  constructor(readonly shownId: string | null = null) {
    super('Order not found');
  }
}

/** The order is completed or canceled, so what is to be paid for it no longer changes. */
export class OrderNotOpen extends CoreError {
  readonly code = 'order_not_open';
  readonly kind = 'forbidden';

  constructor(readonly state: string) {
    super(`The order is ${state}`);
  }
}

/** An order stays in the currency it was opened in: its lines were priced and its payments are made in it. */
export class OrderCurrencyFixed extends CoreError {
  readonly code = 'order_currency_fixed';
  readonly kind = 'invalid';
  override readonly field = 'currency';

  constructor(currency: string) {
    super(`Currency is ${currency} and cannot be changed`);
  }
}

export class OrderNumberTaken extends CoreError {
  readonly code = 'order_number_taken';
  readonly kind = 'invalid';
  override readonly field = 'number';

  constructor() {
    super('Number has already been taken');
  }
}

/** The items and adjustments do not make an order. */
export class OrderInvalid extends CoreError {
  readonly code = 'order_invalid';
  readonly kind = 'invalid';

  constructor(
    override readonly field: string,
    message: string,
  ) {
    super(message);
  }
}

export class LineItemNotFound extends CoreError {
  readonly code = 'line_item_not_found';
  readonly kind = 'not_found';

  constructor() {
    super('Line item not found');
  }
}
