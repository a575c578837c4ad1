import { spreeSession } from '../support/checkout';
import { anOrder, asGuest, call, sessionsPath, type Json, type Reply } from '../support/http';
import { uuidOf } from '../support/ids';
import { expectInvariants } from '../support/invariants';
import type { Server } from '../support/server-process';
import { anotherServer, aStore, database, type OrderMade, type StoreMade } from '../support/tandem';
import { betweenResponseAndCommit, until, TARGET_SERVER } from '../support/target-server';

// A stalled server resumes while its successor still waits for the gateway: the key stays the successor's.

let store: StoreMade;
let order: OrderMade;
let stalled: Server;

beforeAll(async () => {
  store = await aStore();
  // Its own timeouts would end it before it resumes.
  stalled = await anotherServer({ PGAPPNAME: TARGET_SERVER, DATABASE_TIMEOUT_MS: '30000' });
});
afterAll(() => stalled.stop());
beforeEach(async () => {
  order = await anOrder(store);
});

const SUCCESSOR = '00000000-0000-7000-8000-000000000000';

const aSession = (data: Json = {}): Promise<Json> => spreeSession(store, order, { external_data: data });

const complete = (session: Json, server?: string): Promise<Reply> =>
  call('PATCH', sessionsPath(order, `/${session.id as string}/complete`), {
    headers: asGuest(store, order, `pay ${order.id}`),
    body: {},
    server,
  });

const read = async ({ id }: Json): Promise<Json> =>
  (await call('GET', sessionsPath(order, `/${id as string}`), { headers: asGuest(store, order) })).body;

/** A successor takes over this store's only running key, with a lease for an hour. */
async function takeOver(): Promise<void> {
  const { rowCount } = await database().query(
    `UPDATE idempotency_keys k SET fence = $1, lease_until = date_trunc('hour', now()) + interval '2 hours'
       FROM orders o WHERE o.id = $2 AND k.store_id = o.store_id AND k.state = 'running'`,
    [SUCCESSOR, uuidOf(order.id)],
  );
  expect(rowCount).toBe(1);
}

async function keys(): Promise<Json[]> {
  const { rows } = await database().query(
    `SELECT k.state, k.fence, k.lease_until > now() + interval '30 minutes' AS is_successors_lease
       FROM idempotency_keys k JOIN orders o ON o.store_id = k.store_id WHERE o.id = $1 AND k.state = 'running'`,
    [uuidOf(order.id)],
  );
  return rows;
}

const SUCCESSORS_KEY = [{ state: 'running', fence: SUCCESSOR, is_successors_lease: true }];

/** The successor dies too, so that the next retry can continue. */
const successorDies = (): Promise<unknown> =>
  database().query(`UPDATE idempotency_keys SET lease_until = now() - interval '1 second' WHERE fence = $1`, [
    SUCCESSOR,
  ]);

it('it stores no response and renews no lease', async () => {
  const session = await aSession();
  let late: Promise<Reply> | undefined;
  const send = (): Promise<Reply> => (late = complete(session, stalled.url));
  await betweenResponseAndCommit('payments', send, async () => {
    await takeOver();
    // A lease is renewed every two seconds, so at least one renewal is attempted meanwhile.
    await new Promise((later) => setTimeout(later, 3000));
    expect(await keys()).toEqual(SUCCESSORS_KEY);
  });
  expect((await late)?.status).toBeGreaterThanOrEqual(500);
  expect(await keys()).toEqual(SUCCESSORS_KEY);
  await successorDies();
  await until(async () => (await complete(session)).body.status === 'completed', 30_000);
  await expectInvariants(order);
});

it('it frees no key when the gateway’s response is lost', async () => {
  const session = await aSession({ bogus_card: 'answer_lost' });
  let late: Promise<Reply> | undefined;
  const send = (): Promise<Reply> => (late = complete(session, stalled.url));
  await betweenResponseAndCommit('bogus_charges', send, takeOver);
  expect((await late)?.status).toBe(503);
  expect(await keys()).toEqual(SUCCESSORS_KEY);
  await successorDies();
  // Only the look-up finds it: this card's response is lost each time.
  await until(async () => (await read(session)).status === 'completed', 30_000);
  expect((await complete(session)).status).toBe(200);
  await expectInvariants(order);
});
