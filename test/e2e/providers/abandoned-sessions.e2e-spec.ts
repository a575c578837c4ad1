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

// An abandoned session is closed at its gateway once, but never while its money may be moving.

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

/** A session that keeps the others open (Spree). */
const sharing = async (data: Json = {}): Promise<Json> =>
  (await spree('POST', sessionsPath(order), order, { payment_method_id: methodId, external_data: data }))
    .body;

/** A session that replaces the others (Medusa). */
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

/** States of the order's operations that close sessions. */
const cancellations = async (): Promise<string[]> =>
  (
    await database().query<{ state: string }>(
      `SELECT state FROM provider_operations WHERE order_id = $1 AND verb = 'cancel_session' ORDER BY id`,
      [uuidOf(order.id)],
    )
  ).rows.map(({ state }) => state);

/** Long enough for a faulty worker to act. */
const aFewBatches = (): Promise<void> => new Promise((later) => setTimeout(later, 3000));

it('a replaced session is closed once, and its replacement stays open', async () => {
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
  const another = await gateway.server(); // A server sweeps when it starts.
  await until(isClosed(session), 10_000);
  await another.stop();
});

it('the sessions of a canceled order are closed, a declined one too', async () => {
  const declined = await sharing({ distant: 'refuse' });
  await complete(declined);
  const open = await sharing();
  await asStaff(store, 'PATCH', `/orders/${order.id}/cancel`);
  await until(async () => closed(declined) === 1 && closed(open) === 1, 10_000);
});

it('a session that is completed meanwhile is not closed, and its payment is recorded', async () => {
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
  // Canceling its payment does not close it either: the gateway gets a cancellation of the payment.
  const canceled = await call('PATCH', `/api/v3/admin/orders/${order.id}/cancel`, {
    headers: asOrderSystem(store),
    server: server.url,
  });
  expect([canceled.status, gateway.did('cancel').length]).toEqual([200, 1]);
  await aFewBatches();
  expect([closed(session), await cancellations()]).toEqual([0, []]);
});

it('a session replaced while the gateway is creating it is closed once it is created', async () => {
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

it('a session that the gateway refuses to close is recorded as declined and logged once', async () => {
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

it('completing a session that is being closed is refused, and the totals do not change', async () => {
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

it('a session that is being updated at the gateway refuses other requests', async () => {
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

it('after a server is killed between the gateway’s response and the commit, the session is closed once', async () => {
  const session = await sharing({ wait: 1500 });
  await server.stop();
  const target = await gateway.server();
  const hold = await database().connect();
  // Set before the next server starts, which may already have settled it when it is ready.
  let left: unknown[] = [];
  try {
    await call('POST', collectionPath(order), {
      headers: asShopper(store),
      body: { provider_id: 'pp_bogus_default' },
    });
    await until(async () => (await cancellations()).length === 1, 10_000);
    // The gateway is working: its response cannot be recorded, because the operation is locked.
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

it('after a server is killed before the gateway is called, another server closes the session', async () => {
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
  // As after a night without servers: a cancellation that no request waits for does not expire.
  await database().query(
    `UPDATE provider_operations SET sent_at = now() - interval '8 hours', lease_until = now() WHERE order_id = $1 AND state = 'requested'`,
    [uuidOf(order.id)],
  );
  await until(async () => (await cancellations())[0] === 'done', 30_000);
  expect(closed(session)).toBe(1);
});
