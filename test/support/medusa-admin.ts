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

/** Places an order with a card, authorized and not captured; returns its payment. */
export async function placed(store: StoreMade, order: OrderMade): Promise<string> {
  const headers = asShopper(store);
  await call('POST', collectionPath(order), { headers, body: { provider_id: 'pp_bogus_default' } });
  const { body, text } = await call('POST', `/store/carts/${order.cart_id}/complete`, { headers });
  if (body?.type !== 'order') throw new Error(text);
  return paymentOf(store, order);
}

/** The Medusa id of a placed order. */
export function medusaOrder(order: Pick<OrderMade, 'id'>): string {
  return medusaIdOf('order', uuidOf(order.id));
}

/** Requests a further part of an order's price. */
export function askFor(store: StoreMade, order: OrderMade, amount: number, key?: string): Promise<Reply> {
  const body = { order_id: medusaOrder(order), amount };
  return asBackOffice(store, 'POST', '/payment-collections', { body, key });
}

/** The payment collection of that request. */
export async function aFurther(store: StoreMade, order: OrderMade, amount = 20): Promise<string> {
  const reply = await askFor(store, order, amount);
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
