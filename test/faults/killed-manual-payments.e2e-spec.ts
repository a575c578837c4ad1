import { anOrder, call, type Reply, asOrderSystem } from '../support/http';
import { uuidOf } from '../support/ids';
import { expectInvariants } from '../support/invariants';
import {
  createCollection,
  asBackOffice,
  markPaid,
  medusaOrder,
  paymentRows,
  placed,
} from '../support/medusa-admin';
import type { Server } from '../support/server-process';
import { anotherServer, aStore, database, type OrderMade, type StoreMade } from '../support/tandem';
import { betweenResponseAndCommit, expireLeases, until, TARGET_SERVER } from '../support/target-server';

// Servers killed while staff mark payments as paid or cancel orders: the money moves once, whatever retries follow.

let store: StoreMade;
let order: OrderMade;
let target: Server;

beforeAll(async () => {
  store = await aStore();
});
beforeEach(async () => {
  order = await anOrder(store);
  target = await anotherServer({ PGAPPNAME: TARGET_SERVER });
});
afterEach(async () => {
  await target.kill();
  await expectInvariants(order);
});

async function killedWhile(table: string, send: () => Promise<unknown>): Promise<void> {
  await betweenResponseAndCommit(table, send, () => target.kill());
  await expireLeases(order.id);
}

const mark = (collection: string, key?: string, server?: string): Promise<Reply> =>
  asBackOffice(store, 'POST', `/payment-collections/${collection}/mark-as-paid`, {
    body: { order_id: medusaOrder(order) },
    key,
    server,
  });

const cancel = (key?: string, server?: string): Promise<Reply> =>
  asBackOffice(store, 'POST', `/orders/${medusaOrder(order)}/cancel`, { key, server });

async function verbsOf(): Promise<string[]> {
  const { rows } = await database().query<{ verb: string }>(
    'SELECT verb FROM provider_operations WHERE order_id = $1 ORDER BY id',
    [uuidOf(order.id)],
  );
  return rows.map(({ verb }) => verb);
}

describe('a collection marked as paid', () => {
  let collection: string;

  beforeEach(async () => {
    await placed(store, order);
    collection = await createCollection(store, order);
  });

  it('is paid once by the retry with its key, and later retries replay the response', async () => {
    await killedWhile('payments', () => mark(collection, `mark ${order.id}`, target.url));
    expect(await paymentRows(order)).toHaveLength(1);
    const retry = await mark(collection, `mark ${order.id}`);
    expect([retry.status, retry.body.payment_collection.status]).toEqual([200, 'completed']);
    const again = await mark(collection, `mark ${order.id}`);
    expect([again.text, again.headers.get('idempotent-replayed')]).toEqual([retry.text, 'true']);
    expect(await verbsOf()).toEqual(['authorize', 'authorize']);
  });

  it('is paid without a retry, and until then cannot be paid again or deleted', async () => {
    await betweenResponseAndCommit(
      'payments',
      () => mark(collection, undefined, target.url),
      () => target.kill(),
    );
    expect((await mark(collection)).status).toBe(400);
    const removed = await asBackOffice(store, 'DELETE', `/payment-collections/${collection}`);
    expect(removed.status).toBe(400);
    await until(async () => (await paymentRows(order)).length === 2, 30_000);
    expect(await verbsOf()).toEqual(['authorize', 'authorize']);
  });
});

describe('an order whose cancellation was killed', () => {
  /** One authorized and one captured payment: two gateway calls. */
  beforeEach(async () => {
    await placed(store, order);
    await markPaid(store, order, await createCollection(store, order));
  });

  const expectRefundedOnce = async (): Promise<void> => {
    expect(await paymentRows(order)).toMatchObject([
      { state: 'canceled', authorized: '11000', canceled: '11000' },
      { captured: '2000', refunded: '2000' },
    ]);
    const refunds = (await verbsOf()).filter((verb) => verb === 'refund' || verb === 'cancel');
    expect(refunds).toEqual(['cancel', 'refund']);
  };

  it('refunds or voids each payment once through the retry with its key', async () => {
    await killedWhile('ledger_entries', () => cancel(`cancel ${order.id}`, target.url));
    const retry = await cancel(`cancel ${order.id}`);
    expect([retry.status, retry.body.order.status]).toEqual([200, 'canceled']);
    const again = await cancel(`cancel ${order.id}`);
    expect([again.text, again.headers.get('idempotent-replayed')]).toEqual([retry.text, 'true']);
    await expectRefundedOnce();
  });

  it('refunds or voids each payment once through a cancellation in the other dialect, without a key', async () => {
    await killedWhile('ledger_entries', () => cancel(`cancel ${order.id}`, target.url));
    await until(async () => {
      const path = `/api/v3/admin/orders/${order.id}/cancel`;
      const reply = await call('PATCH', path, { headers: asOrderSystem(store) });
      expect([200, 503]).toContain(reply.status);
      return reply.status === 200;
    }, 30_000);
    await expectRefundedOnce();
  });
});
