import { defineError } from '@tandem/context';

/** Unknown, or outside the caller's access scope; the two are indistinguishable. */
export class OrderNotFound extends defineError('order_not_found', 'not_found', 'Order not found') {
  /** `publicId` is the id as the caller wrote it. */
  constructor(readonly publicId: string | null = null) {
    super();
  }
}

/** The order is completed or canceled, so it can no longer change. */
export class OrderNotOpen extends defineError(
  'order_not_open',
  'forbidden',
  (state: string) => `The order is ${state}`,
) {
  constructor(readonly state: string) {
    super(state);
  }
}

/** An order's currency is fixed: its lines are priced and its payments made in it. */
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

/** The items and adjustments do not make a valid order. */
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
