import { anOrder, asAdmin, call, type Json } from '../../support/http';
import { uuidOf } from '../../support/ids';
import { medusaOrder } from '../../support/medusa-admin';
import { ownDatabase, type OwnDatabase } from '../../support/own-database';
import type { OrderMade, StoreMade } from '../../support/tandem';

// An installation whose refunds were made before credit lines existed.

let own: OwnDatabase;

beforeAll(async () => {
  own = await ownDatabase();
});
afterAll(() => own.drop());

const LINES = `SELECT order_id, amount, reference, reference_id, collection_id, refund_id
  FROM order_credit_lines WHERE voided_at IS NULL ORDER BY refund_id`;

/** The state that 865a1d2 left: no credit lines, and collections completed when their order was placed. */
const BEFORE = `DROP TABLE order_credit_lines;
  ALTER TABLE payment_collections ADD COLUMN completed_at timestamptz;
  UPDATE payment_collections SET completed_at = now();
  DELETE FROM migrations WHERE timestamp IN (1763683200070, 1763683200071)`;

/** Each order's captures and refunds; the second order's refund failed at the bank. */
const ORDERS: readonly (readonly [captures: readonly number[], refunds: readonly number[]])[] = [
  [[110], [30, 20]],
  [[40], [15]],
  [[110], [10]],
  [[40, 70], [110]],
];

async function paidAndRefunded(store: StoreMade, url: string, at: number): Promise<OrderMade> {
  const order = await anOrder(store, {}, url);
  const [captures, refunds] = ORDERS[at] ?? [[], []];
  const office = async (method: string, path: string, body?: Json): Promise<Json> => {
    const reply = await call(method, `/admin${path}`, { headers: asAdmin(store), body, server: url });
    if (reply.status !== 200) throw new Error(reply.text);
    return reply.body;
  };
  const shopper = { headers: { 'x-publishable-api-key': store.publishable_key }, server: url };
  const created = await call('POST', '/store/payment-collections', {
    ...shopper,
    body: { cart_id: order.cart_id },
  });
  const path = `/store/payment-collections/${created.body.payment_collection.id}/payment-sessions`;
  await call('POST', path, { ...shopper, body: { provider_id: 'pp_bogus_default' } });
  await call('POST', `/store/carts/${order.cart_id}/complete`, shopper);
  const shown = await office('GET', `/orders/${medusaOrder(order)}?fields=payment_collections.payments.id`);
  const payment = shown.order.payment_collections[0].payments[0].id as string;
  for (const amount of captures) await office('POST', `/payments/${payment}/capture`, { amount });
  for (const amount of refunds) await office('POST', `/payments/${payment}/refund`, { amount });
  return order;
}

it('no order of an old installation is due again for what was refunded', async () => {
  const first = await own.server();
  const store = await own.store();
  const orders: OrderMade[] = [];
  for (const at of ORDERS.keys()) orders.push(await paidAndRefunded(store, first.url, at));
  // One refund failed at the bank, and one order was canceled after its refund.
  const [, failed] = orders.map(({ id }) => uuidOf(id));
  await own.pool.query(
    `INSERT INTO ledger_entries (store_id, id, order_id, collection_id, payment_id, kind, amount, currency, reference)
     SELECT store_id, gen_random_uuid(), order_id, collection_id, payment_id, 'refund_failure', amount, currency, reference
       FROM ledger_entries WHERE order_id = $1 AND kind = 'refund'`,
    [failed],
  );
  await own.pool.query(`UPDATE order_credit_lines SET voided_at = now() WHERE order_id = $1`, [failed]);
  for (const table of ['payments', 'payment_collections'])
    await own.pool.query(`UPDATE ${table} SET refunded = 0 WHERE order_id = $1`, [failed]);
  const canceled = medusaOrder(orders[2] ?? store.order);
  await call('POST', `/admin/orders/${canceled}/cancel`, {
    headers: asAdmin(store),
    server: first.url,
  });
  const written = (await own.pool.query(LINES)).rows;
  expect(written.map(({ amount }) => Number(amount))).toEqual([3000, 2000, 1000, 11000]);
  await first.stop();

  await own.pool.query(BEFORE);
  const second = await own.server();
  expect((await own.pool.query(LINES)).rows).toEqual(written);
  const due = async (order: OrderMade): Promise<unknown> => {
    const path = `/admin/orders/${medusaOrder(order)}?fields=summary,payment_collections.completed_at`;
    const { body } = await call('GET', path, { headers: asAdmin(store), server: second.url });
    const [{ completed_at }] = body.order.payment_collections;
    return [body.order.summary.pending_difference, completed_at !== null];
  };
  expect(await Promise.all(orders.map(due))).toEqual([
    [0, true],
    [70, false],
    [0, true],
    [0, true],
  ]);
  await second.stop();
});
