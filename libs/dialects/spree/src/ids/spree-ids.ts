import { readBase58, formatBase58 } from '@tandem/ids';
import type { OrderRef } from '@tandem/orders';
import type { SessionRef } from '@tandem/payment-sessions';
import type { PaymentRef } from '@tandem/payments';

/** Spree's id prefixes. */
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
  // Spree uses the same prefix for sources and sessions.
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

/** Prefixes of current Spree versions: accepted too, so that clients of any version work. */
const ALSO_READ: Partial<Record<keyof typeof PREFIX, string>> = { admin: 'adm', customer: 'cust' };

export function spreeId(kind: keyof typeof PREFIX, uuid: string): string {
  return formatBase58(PREFIX[kind], uuid);
}

/** Null for a wrong prefix or a malformed id: callers answer not found. */
export function uuidOf(kind: keyof typeof PREFIX, id: string): string | null {
  const other = ALSO_READ[kind];
  return readBase58(PREFIX[kind], id) ?? (other === undefined ? null : readBase58(other, id));
}

// Longer than any order number; no query is made for anything longer.
const MAX_NUMBER_LENGTH = 64;

/** Spree's paths accept an order's id, its number, or the id it had as a cart. */
export function orderRef(idOrNumber: string): OrderRef | null {
  const id = uuidOf('order', idOrNumber) ?? uuidOf('cart', idOrNumber);
  if (id !== null) return { id };
  return idOrNumber.length <= MAX_NUMBER_LENGTH && !/^(or|cart)_/.test(idOrNumber)
    ? { number: idOrNumber }
    : null;
}

/** The current API's paths name a cart by its id, or an imported order by its order id. */
export function cartRef(id: string): OrderRef | null {
  const cart = uuidOf('cart', id) ?? uuidOf('order', id);
  return cart === null ? null : { id: cart };
}

// Gateways' ids are shorter; no query is made for anything longer.
const MAX_EXTERNAL_ID_LENGTH = 255;

/** The current API names a session by its id or by the gateway's id, the only one available after a redirect. */
export function sessionRef(id: string): SessionRef | null {
  const own = uuidOf('paymentSession', id);
  if (own !== null) return { id: own };
  return id.length <= MAX_EXTERNAL_ID_LENGTH && !/^ps_/.test(id) ? { externalId: id } : null;
}

/** Spree's paths name a payment under its order. */
export function paymentRef(order: OrderRef, id: string): PaymentRef {
  return { id, publicId: id, order };
}
