import { readBase58, spellBase58 } from '@tandem/ids';
import type { OrderRef } from '@tandem/orders';
import type { SessionRef } from '@tandem/payment-sessions';
import type { PaymentRef } from '@tandem/payments';

/** Spree's prefixes of the things both APIs share. */
export const PREFIX = {
  order: 'or',
  cart: 'cart',
  paymentSession: 'ps',
  paymentSetupSession: 'pss',
  paymentMethod: 'pm',
  payment: 'py',
  refund: 're',
  refundReason: 'rr',
  lineItem: 'li',
  variant: 'variant',
  customer: 'cus',
  creditCard: 'card',
  // Spree gives its sources the prefix of sessions.
  paymentSource: 'ps',
  giftCard: 'gc',
  storeCredit: 'credit',
  apiKey: 'key',
  admin: 'admin',
  store: 'store',
  event: 'evt',
  webhookEndpoint: 'whe',
  webhookDelivery: 'whd',
  paymentEvent: 'pe',
  providerOperation: 'po',
} as const;

/** What today's Spree writes instead: these are read too, so that an id works whichever version a client knows. */
const ALSO_READ: Partial<Record<keyof typeof PREFIX, string>> = { admin: 'adm', customer: 'cust' };

export function spreeId(kind: keyof typeof PREFIX, uuid: string): string {
  return spellBase58(PREFIX[kind], uuid);
}

/** Null for a wrong prefix or form: such an id is not found. */
export function uuidOf(kind: keyof typeof PREFIX, id: string): string | null {
  const other = ALSO_READ[kind];
  return readBase58(PREFIX[kind], id) ?? (other === undefined ? null : readBase58(other, id));
}

// Longer than any number an order system writes; what is longer is no number, and no query is made for it.
const LONGEST_NUMBER = 64;

/** Spree's paths take an order's id, its number, or the id it had as a cart: one order, three spellings. */
export function orderRef(idOrNumber: string): OrderRef | null {
  const id = uuidOf('order', idOrNumber) ?? uuidOf('cart', idOrNumber);
  if (id !== null) return { id };
  return idOrNumber.length <= LONGEST_NUMBER && !/^(or|cart)_/.test(idOrNumber)
    ? { number: idOrNumber }
    : null;
}

/** Today's paths name a cart by its id; one that was handed over may be named by its order's. */
export function cartRef(id: string): OrderRef | null {
  const cart = uuidOf('cart', id) ?? uuidOf('order', id);
  return cart === null ? null : { id: cart };
}

// Gateways' ids are shorter; what is longer is none, and no query is made for it.
const LONGEST_EXTERNAL_ID = 255;

/** Today's API names a session by its id or by the gateway's, which is all that a redirect brings back. */
export function sessionRef(id: string): SessionRef | null {
  const own = uuidOf('paymentSession', id);
  if (own !== null) return { id: own };
  return id.length <= LONGEST_EXTERNAL_ID && !/^ps_/.test(id) ? { externalId: id } : null;
}

/** Spree names a payment under its order; an error about it shows no id. */
export function paymentRef(order: OrderRef, id: string): PaymentRef {
  return { id, shownId: id, order };
}
