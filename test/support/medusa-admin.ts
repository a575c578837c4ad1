import { asAdmin, asShopper, call, collectionPath, paymentOf, type Json, type Reply } from './http';
import { medusaIdOf, uuidOf } from './ids';
import { database, type OrderMade, type StoreMade } from './tandem';

/** A back office's call of Medusa's admin API, by the store's secret key. */
export function asBackOffice(
  store: StoreMade,
  method: string,
  path: string,
  { body, key, server }: { body?: Json; key?: string; server?: string } = {},
): Promise<Reply> {
  return call(method, `/admin${path}`, { headers: asAdmin(store, key), body, server });
}

/** What an order is paid with; default: a valid card. */
interface PaidWith {
  /** A card name of the bogus gateway, e.g. `refund_refused`. */
  readonly card?: string;
  readonly provider?: string;
}

/** Places an order with a card through Medusa, authorized and not captured; returns the payment's id. */
export async function placed(
  store: StoreMade,
  order: OrderMade,
  { card, provider = 'pp_bogus_default' }: PaidWith = {},
): Promise<string> {
  const headers = asShopper(store);
  const data = card === undefined ? undefined : { bogus_card: card };
  await call('POST', collectionPath(order), { headers, body: { provider_id: provider, data } });
  const { body, text } = await call('POST', `/store/carts/${order.cart_id}/complete`, { headers });
  if (body?.type !== 'order') throw new Error(text);
  return paymentOf(store, order);
}

/** The same, and captures the payment: in full, unless an amount is given. */
export async function captured(
  store: StoreMade,
  order: OrderMade,
  { amount, ...paidWith }: PaidWith & { readonly amount?: number } = {},
): Promise<string> {
  const payment = await placed(store, order, paidWith);
  const reply = await asBackOffice(store, 'POST', `/payments/${payment}/capture`, { body: { amount } });
  if (reply.status !== 200) throw new Error(reply.text);
  return payment;
}

/** The Medusa id of a placed order. */
export function medusaOrder(order: Pick<OrderMade, 'id'>): string {
  return medusaIdOf('order', uuidOf(order.id));
}

/** Requests a further part of an order's price. */
export function requestCollection(
  store: StoreMade,
  order: OrderMade,
  amount: number,
  key?: string,
): Promise<Reply> {
  const body = { order_id: medusaOrder(order), amount };
  return asBackOffice(store, 'POST', '/payment-collections', { body, key });
}

/** The payment collection of that request. */
export async function createCollection(store: StoreMade, order: OrderMade, amount = 20): Promise<string> {
  const reply = await requestCollection(store, order, amount);
  if (reply.status !== 200) throw new Error(reply.text);
  return reply.body.payment_collection.id as string;
}

/** Marks a payment collection as paid manually. */
export function markPaid(
  store: StoreMade,
  order: OrderMade,
  collection: string,
  key?: string,
): Promise<Reply> {
  const body = { order_id: medusaOrder(order) };
  return asBackOffice(store, 'POST', `/payment-collections/${collection}/mark-as-paid`, { body, key });
}

/** 200, or the status with Medusa's error type. */
export function kindsOf(replies: readonly Reply[]): unknown[] {
  return replies.map(({ status, body }) => (status === 200 ? 200 : [status, body.type]));
}

/** The rows of an order's payments, across its collections. */
export async function paymentRows(order: OrderMade): Promise<Json[]> {
  const { rows } = await database().query(`SELECT * FROM payments WHERE order_id = $1 ORDER BY id`, [
    uuidOf(order.id),
  ]);
  return rows;
}
