import { readBase58, spellBase58 } from '@tandem/ids';
import type { OrderRef } from '@tandem/orders';

/** Spree's prefixes of the things both APIs share. */
export const PREFIX = {
  order: 'or',
  paymentSession: 'ps',
  paymentMethod: 'pm',
  payment: 'py',
  lineItem: 'li',
  customer: 'cus',
} as const;

export function spreeId(kind: keyof typeof PREFIX, uuid: string): string {
  return spellBase58(PREFIX[kind], uuid);
}

/** Null for a wrong prefix or form: such an id is not found. */
export function uuidOf(kind: keyof typeof PREFIX, id: string): string | null {
  return readBase58(PREFIX[kind], id);
}

// Longer than any number an order system writes; what is longer is no number, and no query is made for it.
const LONGEST_NUMBER = 64;

/** Spree's paths take an order's id or its number. */
export function orderRef(idOrNumber: string): OrderRef | null {
  const id = uuidOf('order', idOrNumber);
  if (id !== null) return { id };
  return idOrNumber.length <= LONGEST_NUMBER && !idOrNumber.startsWith('or_') ? { number: idOrNumber } : null;
}
