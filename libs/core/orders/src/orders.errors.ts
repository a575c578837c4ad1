import { defineError } from '@tandem/context';

/** Not there, or not the caller's: the two are not told apart. */
export class OrderNotFound extends defineError('order_not_found', 'not_found', 'Order not found') {
  /** `shownId` is the id as the caller wrote it. */
  constructor(readonly shownId: string | null = null) {
    super();
  }
}

/** The order is completed or canceled, so what is to be paid for it no longer changes. */
export class OrderNotOpen extends defineError(
  'order_not_open',
  'forbidden',
  (state: string) => `The order is ${state}`,
) {
  constructor(readonly state: string) {
    super(state);
  }
}

/** An order stays in the currency it was opened in: its lines were priced and its payments are made in it. */
export class OrderCurrencyFixed extends defineError(
  'order_currency_fixed',
  'invalid',
  (currency: string) => `Currency is ${currency} and cannot be changed`,
  { field: 'currency' },
) {}

export class OrderNumberTaken extends defineError(
  'order_number_taken',
  'invalid',
  'Number has already been taken',
  { field: 'number' },
) {}

/** The items and adjustments do not make an order. */
export class OrderInvalid extends defineError('order_invalid', 'invalid', (message: string) => message) {
  constructor(
    override readonly field: string,
    message: string,
  ) {
    super(message);
  }
}

export class LineItemNotFound extends defineError(
  'line_item_not_found',
  'not_found',
  'Line item not found',
) {}
