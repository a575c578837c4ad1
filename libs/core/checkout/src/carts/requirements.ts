import type { Order } from '@tandem/orders';

/** What an order still needs before it can be paid (current Spree: a cart's `requirements`). */
export interface Requirement {
  readonly step: 'cart' | 'address';
  readonly field: 'line_items' | 'email';
  readonly message: string;
}

/** An imported order needs no email: its order system knows the buyer. No order is placed without items. */
export function requirementsOf(order: Pick<Order, 'items' | 'email' | 'step'>): Requirement[] {
  const missing: Requirement[] = [];
  if (order.items.length === 0) {
    missing.push({
      step: 'cart',
      field: 'line_items',
      message: 'There are no items for this order. Please add an item to the order to continue.',
    });
  }
  if (order.email === null && order.step === 'cart') {
    missing.push({ step: 'address', field: 'email', message: "Customer E-Mail can't be blank" });
  }
  return missing;
}
