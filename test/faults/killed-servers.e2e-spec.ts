import {
  anOrder,
  asAdmin,
  asGuest,
  call,
  methodOf,
  paymentOf,
  sessionsPath,
  type Json,
  type Reply,
} from '../support/http';
import { uuidOf } from '../support/ids';
import { expectInvariants } from '../support/invariants';
import type { Server } from '../support/server-process';
import { anotherServer, aStore, database, type OrderMade, type StoreMade } from '../support/tandem';
import { betweenResponseAndCommit, expireLeases, until, TARGET_SERVER } from '../support/target-server';

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
});

const create = async (data: Json = {}): Promise<Json> =>
  (
    await call('POST', sessionsPath(order), {
      headers: asGuest(store, order),
      body: { payment_method_id: methodOf(store), external_data: data },
    })
  ).body;

const complete = (session: Json, key: string, server?: string): Promise<Reply> =>
  call('PATCH', sessionsPath(order, `/${session.id}/complete`), {
    headers: asGuest(store, order, key),
    body: {},
    server,
  });

const read = async (session: Json): Promise<Json> =>
  (await call('GET', sessionsPath(order, `/${session.id}`), { headers: asGuest(store, order) })).body;

async function gatewayCharges(): Promise<{ charges: number; received: number }> {
  const { rows } = await database().query<{ charges: number; received: number }>(
    `SELECT count(*)::int AS charges, sum(r.received)::int AS received FROM bogus_requests r
       JOIN provider_operations o ON o.operation_key = r.idempotency_key WHERE o.order_id = $1 AND r.amount IS NOT NULL`,
    [uuidOf(order.id)],
  );
  return rows[0] ?? { charges: 0, received: 0 };
}

it('a server killed between the provider’s response and the commit charges once, and the retry succeeds', async () => {
  const session = await create();
  await betweenResponseAndCommit(
    'payments',
    () => complete(session, 'pay', target.url),
    () => target.kill(),
  );
  expect(await gatewayCharges()).toEqual({ charges: 1, received: 1 });
  expect((await read(session)).status).toBe('processing');
  await expireLeases(order.id);

  const restarted = await anotherServer();
  try {
    const retry = await complete(session, 'pay', restarted.url);
    expect([retry.status, retry.body.status, retry.body.payment.amount]).toEqual([200, 'completed', '110.0']);
    const again = await complete(session, 'pay', restarted.url);
    expect([again.text, again.headers.get('idempotent-replayed')]).toEqual([retry.text, 'true']);
  } finally {
    await restarted.stop();
  }
  expect((await gatewayCharges()).charges).toBe(1);
  await expectInvariants(order);
});

it('what a killed server left open is settled without a retry', async () => {
  const session = await create();
  await betweenResponseAndCommit(
    'payments',
    () => complete(session, 'pay', target.url),
    () => target.kill(),
  );
  await until(async () => (await read(session)).status === 'completed', 30_000);
  expect((await gatewayCharges()).charges).toBe(1);
  await expectInvariants(order);
});

it('a capture whose server was killed is made once by the retry with its key', async () => {
  const session = await create();
  await complete(session, 'pay');
  const path = `/admin/payments/${await paymentOf(store, order)}/capture`;
  const capture = (server?: string): Promise<Reply> =>
    call('POST', path, { headers: asAdmin(store, `capture ${order.id}`), body: { amount: 40 }, server });

  await betweenResponseAndCommit(
    'ledger_entries',
    () => capture(target.url),
    () => target.kill(),
  );
  await expireLeases(order.id);
  const retry = await capture();
  expect([retry.status, retry.body.payment.captures.map(({ amount }: Json) => amount)]).toEqual([200, [40]]);
  // The authorization and one capture: the response alone would not show a second.
  expect((await gatewayCharges()).charges).toBe(2);
  await expectInvariants(order);
});

it('a stalled server writes nothing after another has taken over', async () => {
  const session = await create();
  let stalled: Promise<Reply> | undefined;
  const send = (): Promise<void> => {
    stalled = complete(session, 'pay', target.url);
    return Promise.resolve();
  };
  await betweenResponseAndCommit('payments', send, async () => {
    process.kill(target.pid, 'SIGSTOP');
  });
  const takenOver = await complete(session, 'pay');
  expect(takenOver.body.status).toBe('completed');
  process.kill(target.pid, 'SIGCONT');
  const late = await stalled;
  expect(late?.status).toBeGreaterThanOrEqual(500);
  expect((await gatewayCharges()).charges).toBe(1);
  await expectInvariants(order);
});

it('an operation whose response was lost is not stored as failed, and the look-up finds the charge', async () => {
  const session = await create({ bogus_card: 'answer_lost' });
  const lost = await complete(session, 'pay');
  expect([lost.status, lost.headers.get('retry-after')]).toEqual([503, '1']);
  expect((await read(session)).status).toBe('processing');
  const over = await call('POST', sessionsPath(order), {
    headers: asGuest(store, order),
    body: { payment_method_id: methodOf(store) },
  });
  expect([over.status, over.body.error.message]).toEqual([422, 'Amount must be greater than 0']);
  await expireLeases(order.id);
  await until(async () => (await read(session)).status === 'completed', 30_000);
  expect((await gatewayCharges()).charges).toBe(1);
  await expectInvariants(order);
});

it('a payment that the gateway is still processing is polled until it is done', async () => {
  const session = await create({ bogus_card: 'processing' });
  expect((await complete(session, 'pay')).body.status).toBe('processing');
  await expireLeases(order.id);
  await until(async () => (await read(session)).status === 'completed', 30_000);
  await expectInvariants(order);
});

it('a server that is stopped finishes its running requests first', async () => {
  const session = await create();
  const responded = complete(session, 'pay', target.url);
  await new Promise((later) => setTimeout(later, 5));
  await target.stop();
  const reply = await responded.catch(() => null);
  if (reply) expect(reply.status).toBe(200);
  expect((await complete(session, 'pay')).body.status).toBe('completed');
  await expectInvariants(order);
});

it('another request that takes over with another card finds the existing charge', async () => {
  const session = await create({ bogus_card: 'answer_lost' });
  expect((await complete(session, 'first')).status).toBe(503);
  await expireLeases(order.id);
  const second = await call('PATCH', sessionsPath(order, `/${session.id}/complete`), {
    headers: asGuest(store, order, 'second'),
    body: { external_data: { card_number: '4000000000000002' } },
  });
  expect([second.status, second.body.status]).toEqual([200, 'completed']);
  expect((await gatewayCharges()).charges).toBe(1);
  await expectInvariants(order);
});

it('an operation that never reached the gateway fails two minutes after it was last sent, and the order can be paid', async () => {
  const session = await create();
  const lost = await call('PATCH', sessionsPath(order, `/${session.id}/complete`), {
    headers: asGuest(store, order, 'lost'),
    body: { external_data: { card_number: '4000000000000119' } },
  });
  expect(lost.status).toBe(503);
  const age = (interval: string): Promise<unknown> =>
    database().query(
      `UPDATE provider_operations SET sent_at = now() - $2::interval, lease_until = now() - interval '1 second' WHERE order_id = $1`,
      [uuidOf(order.id), interval],
    );
  await age('110 seconds');
  await new Promise((later) => setTimeout(later, 2500));
  expect((await read(session)).status).toBe('processing');
  await age('3 minutes');
  await until(async () => (await read(session)).status === 'failed', 10_000);
  const another = await create();
  expect((await complete(another, 'pay')).body.status).toBe('completed');
  await expectInvariants(order);
});
