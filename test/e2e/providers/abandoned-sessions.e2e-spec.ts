import { distant } from '../../support/distant';
import {
  anOrder,
  asGuest,
  asOrderSystem,
  asShopper,
  call,
  collectionPath,
  sessionsPath,
  type Json,
  type Reply,
} from '../../support/http';
import { uuidOf } from '../../support/ids';
import { expectInvariants } from '../../support/invariants';
import type { Server } from '../../support/server-process';
import { asStaff } from '../../support/spree';
import { aStore, database, type OrderMade, type StoreMade } from '../../support/tandem';
import { until } from '../../support/target-server';

// A session that nobody will complete any more is closed at its gateway: once, and never one whose money may be moving.

const gateway = distant('givenup');

let store: StoreMade;
let order: OrderMade;
let server: Server;
let methodId: string;

beforeAll(async () => {
  store = await aStore();
  await gateway.openFor(store);
  server = await gateway.server();
  const listed = await spree('GET', `/api/v3/store/orders/${store.order.id}/payment_methods`, store.order);
  methodId = listed.body.data.find(({ name }: Json) => name === 'Distant').id;
});
afterAll(() => server.stop());
beforeEach(async () => {
  order = await anOrder(store);
});
afterEach(() => expectInvariants(order));

const spree = (method: string, path: string, of = order, body?: Json): Promise<Reply> =>
  call(method, path, { headers: asGuest(store, of), body, server: server.url });

/** Beside the others (Spree). */
const sharing = async (data: Json = {}): Promise<Json> =>
  (await spree('POST', sessionsPath(order), order, { payment_method_id: methodId, external_data: data }))
    .body;

/** In place of the others (Medusa). */
const alone = (): Promise<Reply> =>
  call('POST', collectionPath(order), {
    headers: asShopper(store),
    body: { provider_id: gateway.id },
    server: server.url,
  });

const complete = (session: Json): Promise<Reply> =>
  spree('PATCH', sessionsPath(order, `/${session.id}/complete`), order, {});

const closed = (session: Json): number =>
  gateway.did('close').filter((id) => id === session.external_id).length;
const isClosed = (session: Json) => () => closed(session) === 1;

/** States of the operations that closed sessions of the order. */
const cancellations = async (): Promise<string[]> =>
  (
    await database().query<{ state: string }>(
      `SELECT state FROM provider_operations WHERE order_id = $1 AND verb = 'cancel_session' ORDER BY id`,
      [uuidOf(order.id)],
    )
  ).rows.map(({ state }) => state);

/** Long enough for a worker that would be wrong to be so. */
const aFewBatches = (): Promise<void> => new Promise((later) => setTimeout(later, 3000));

it('a replaced session is closed once, and the one in its place stays open', async () => {
  const first = await sharing();
  await alone();
  await until(isClosed(first), 10_000);
  await aFewBatches();
  expect(await cancellations()).toEqual(['done']);
  expect(gateway.did('close')).toHaveLength(1);
});

it('an expired session is closed', async () => {
  const session = await sharing();
  await database().query(
    `UPDATE payment_sessions SET expires_at = now() - interval '1 second' WHERE external_id = $1`,
    [session.external_id],
  );
  const another = await gateway.server(); // A start sweeps at once.
  await until(isClosed(session), 10_000);
  await another.stop();
});

it('a session of a canceled order is closed, and so is a declined one', async () => {
  const declined = await sharing({ distant: 'refuse' });
  await complete(declined);
  const open = await sharing();
  await asStaff(store, 'PATCH', `/orders/${order.id}/cancel`);
  await until(async () => closed(declined) === 1 && closed(open) === 1, 10_000);
});

it('a session that is completed meanwhile is not closed: the ledger shows its money', async () => {
  const session = await sharing({ slow: 2000 });
  const completing = complete(session);
  await until(async () => {
    const { rows } = await database().query('SELECT state FROM payment_sessions WHERE external_id = $1', [
      session.external_id,
    ]);
    return rows[0]?.state === 'processing';
  }, 5000);
  const replacing = await alone();
  expect(replacing.status).toBe(400);
  expect((await completing).body.status).toBe('completed');
  await aFewBatches();
  expect(closed(session)).toBe(0);
  // Nor is it when its payment is canceled: that is said to the gateway of the payment.
  const canceled = await call('PATCH', `/api/v3/admin/orders/${order.id}/cancel`, {
    headers: asOrderSystem(store),
    server: server.url,
  });
  expect([canceled.status, gateway.did('cancel').length]).toEqual([200, 1]);
  await aFewBatches();
  expect([closed(session), await cancellations()]).toEqual([0, []]);
});

it('a session replaced while the gateway is opening it is closed as soon as it is open', async () => {
  const opening = sharing({ wait: 1500 });
  await until(async () => {
    const { rows } = await database().query('SELECT 1 FROM payment_sessions WHERE order_id = $1', [
      uuidOf(order.id),
    ]);
    return rows.length === 1;
  }, 5000);
  await alone();
  const opened = await opening;
  expect(opened.status).toBe('canceled');
  await until(isClosed(opened), 15_000);
});

it('one that the gateway will not close is recorded as declined and named in the log, once', async () => {
  const session = await sharing({ distant: 'keep' });
  await alone();
  await until(async () => (await cancellations())[0] === 'declined', 10_000);
  await aFewBatches();
  expect(await cancellations()).toEqual(['declined']);
  expect(gateway.did('keep')).toEqual([session.external_id]);
  expect(server.output()).toMatch(
    /pp_distant_givenup would not close session [0-9a-f-]{36}, .*not_cancelable/,
  );
});

it('completing a session that is just being closed is refused, and gives nothing back that was not set aside', async () => {
  const session = await sharing({ wait: 1500 });
  const paying = (
    await call('POST', collectionPath(order), {
      headers: asShopper(store),
      body: { provider_id: 'pp_bogus_default' },
    })
  ).body;
  expect(paying.payment_collection.payment_sessions).toHaveLength(1);
  await until(async () => (await cancellations())[0] === 'requested', 10_000);
  const completed = await complete(session);
  expect([completed.status, completed.body.error.message]).toEqual([
    422,
    expect.stringContaining('cannot transition via "complete" from "canceled"'),
  ]);
  await until(isClosed(session), 10_000);
  await until(async () => (await cancellations())[0] === 'done', 5000);
});

it('a session that the gateway is changing takes nothing else until that is done', async () => {
  const session = await sharing();
  const change = (data: Json): Promise<Reply> =>
    spree('PATCH', sessionsPath(order, `/${session.id}`), order, { external_data: data });
  const slow = (await sharing({ wait: 1500 })).id as string;
  const path = sessionsPath(order, `/${slow}`);
  const changing = spree('PATCH', path, order, { external_data: { wait: 1500 } });
  await until(async () => {
    const { rows } = await database().query(
      `SELECT 1 FROM provider_operations WHERE order_id = $1 AND verb = 'update_session' AND state = 'requested'`,
      [uuidOf(order.id)],
    );
    return rows.length === 1;
  }, 5000);
  const meanwhile = [await spree('PATCH', path, order, { external_data: {} }), await complete({ id: slow })];
  expect(meanwhile.map(({ status, headers }) => [status, headers.get('retry-after')])).toEqual([
    [503, '1'],
    [503, '1'],
  ]);
  expect((await change({ a: 1 })).status).toBe(200);
  expect((await changing).status).toBe(200);
  expect((await complete({ id: slow })).body.status).toBe('completed');
});

it('a server killed between the gateway’s answer and the commit leaves it closed once', async () => {
  const session = await sharing({ wait: 1500 });
  await server.stop();
  const target = await gateway.server();
  const hold = await database().connect();
  // Before the next server starts, which may have settled it by the time it answers.
  let left: unknown[] = [];
  try {
    await call('POST', collectionPath(order), {
      headers: asShopper(store),
      body: { provider_id: 'pp_bogus_default' },
    });
    await until(async () => (await cancellations()).length === 1, 10_000);
    // The gateway is at work: the answer will find its operation held, and cannot be written down.
    await hold.query('BEGIN');
    await hold.query(
      `SELECT 1 FROM provider_operations WHERE order_id = $1 AND verb = 'cancel_session' FOR UPDATE`,
      [uuidOf(order.id)],
    );
    await until(isClosed(session), 10_000);
    await target.kill();
  } finally {
    await hold.query('COMMIT');
    hold.release();
    left = await cancellations();
    server = await gateway.server();
  }
  expect(left).toEqual(['requested']);
  await until(async () => (await cancellations())[0] === 'done', 30_000);
  expect([closed(session), gateway.did('close').length]).toEqual([1, new Set(gateway.did('close')).size]);
});

it('a server killed before the gateway has heard leaves it to be closed by another', async () => {
  const session = await sharing({ wait: 1500 });
  await server.stop();
  const target = await gateway.server();
  await call('POST', collectionPath(order), {
    headers: asShopper(store),
    body: { provider_id: 'pp_bogus_default' },
  });
  await until(async () => (await cancellations()).length === 1, 10_000);
  await target.kill();
  expect(closed(session)).toBe(0);
  server = await gateway.server();
  // As after a night without servers: nobody waits for it, so it is not given up for its age.
  await database().query(
    `UPDATE provider_operations SET sent_at = now() - interval '8 hours', lease_until = now() WHERE order_id = $1 AND state = 'requested'`,
    [uuidOf(order.id)],
  );
  await until(async () => (await cancellations())[0] === 'done', 30_000);
  expect(closed(session)).toBe(1);
});
