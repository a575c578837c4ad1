import { spreeSession, withOrder } from '../../support/checkout';
import { anOrder, asGuest, call, methodOf, sessionsPath, type Json, type Reply } from '../../support/http';
import { expectInvariants } from '../../support/invariants';
import { uuidOf } from '../../support/ids';
import { anotherServer, database, type OrderMade, type StoreMade } from '../../support/tandem';

// Expiry and completion of payment sessions.

let store: StoreMade;
let order: OrderMade;

withOrder((made) => ({ store, order } = made));
afterEach(() => expectInvariants(order));

const aSession = (body: Json = {}): Promise<Json> => spreeSession(store, order, body);

const ask = (method: string, session: Json, rest = '', body?: Json): Promise<Reply> =>
  call(method, sessionsPath(order, `/${session.id as string}${rest}`), {
    headers: asGuest(store, order),
    body,
  });

const expire = (session: Json): Promise<unknown> =>
  database().query(`UPDATE payment_sessions SET expires_at = now() - interval '1 second' WHERE id = $1`, [
    uuidOf(session.id),
  ]);

it('expires a day after its creation', async () => {
  const session = await aSession();
  const lifetime = Date.parse(session.expires_at) - Date.parse(session.created_at);
  expect(lifetime).toBe(24 * 60 * 60 * 1000);
});

it('cannot be used once expired, even before the sweep, and another can be created', async () => {
  const session = await aSession();
  await expire(session);
  expect((await ask('GET', session)).body.status).toBe('expired');
  const late = await ask('PATCH', session, '/complete', {});
  expect([late.status, late.body.error.code, late.body.error.details]).toEqual([
    422,
    'validation_error',
    { status: ['cannot transition via "complete" from "expired"'] },
  ]);
  expect((await ask('PATCH', session, '', { amount: '10' })).status).toBe(422);
  expect((await ask('PATCH', await aSession(), '/complete', {})).body.status).toBe('completed');
});

it('is expired by any server’s sweep, unless it is paid', async () => {
  const [open, done] = [await aSession(), await aSession({ amount: '50' })];
  await ask('PATCH', done, '/complete', {});
  await expire(open);
  await expire(done);
  const server = await anotherServer();
  await server.stop();
  const { rows } = await database().query(
    'SELECT id, state FROM payment_sessions WHERE order_id = $1 ORDER BY id',
    [uuidOf(order.id)],
  );
  expect(rows).toEqual([
    { id: uuidOf(open.id), state: 'expired' },
    { id: uuidOf(done.id), state: 'authorized' },
  ]);
});

it('concurrent completions create one payment', async () => {
  const session = await aSession();
  const replies = await Promise.all([1, 2, 3, 4].map(() => ask('PATCH', session, '/complete', {})));
  expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  expect(new Set(replies.map(({ body }) => body.payment.id as string)).size).toBe(1);
  expect((await ask('PATCH', session, '/complete', {})).body.status).toBe('completed');
});

it('of two sessions that would each pay everything, the second is refused', async () => {
  const [first, second] = [await aSession(), await aSession()];
  const replies = await Promise.all([first, second].map((one) => ask('PATCH', one, '/complete', {})));
  expect(replies.map(({ status }) => status).sort()).toEqual([200, 422]);
});

it('several sessions pay one order, which can be placed once they cover it', async () => {
  const headers = asGuest(store, order);
  const place = (): Promise<Reply> => call('PATCH', `/api/v3/store/orders/${order.id}/complete`, { headers });
  const [first, second] = [await aSession({ amount: '60' }), await aSession({ amount: '50' })];
  expect((await place()).body.error).toMatchObject({
    code: 'order_already_completed',
    message: 'No payment found',
  });
  await ask('PATCH', first, '/complete', {});
  expect((await place()).body.error.message).toBe('50.00 is still to be paid');
  const open = await aSession({ amount: '50' });
  await ask('PATCH', second, '/complete', {});
  const placed = await Promise.all([place(), place(), place()]);
  expect(placed.map(({ status, body }) => [status, body.state])).toEqual(Array(3).fill([200, 'complete']));
  const { rows } = await database().query('SELECT completed_at FROM orders WHERE number = $1', [
    order.number,
  ]);
  expect(rows).toHaveLength(1);
  expect(placed[0]?.body.payments).toHaveLength(2);
  // The open session of a second tab is canceled.
  const left = await database().query('SELECT state FROM payment_sessions WHERE id = $1', [uuidOf(open.id)]);
  expect(left.rows).toEqual([{ state: 'canceled' }]);
});

it('with automatic capture the order is paid when placed', async () => {
  await database().query(`UPDATE payment_methods SET auto_capture = true WHERE id = $1`, [
    uuidOf(methodOf(store)),
  ]);
  await new Promise((later) => setTimeout(later, 1100));
  const headers = asGuest(store, order);
  await ask('PATCH', await aSession(), '/complete', {});
  const placed = await call('PATCH', `/api/v3/store/orders/${order.id}/complete`, { headers });
  expect(placed.body).toMatchObject({ payment_state: 'paid', payments: [{ state: 'completed' }] });
  await database().query(`UPDATE payment_methods SET auto_capture = false WHERE id = $1`, [
    uuidOf(methodOf(store)),
  ]);
});

it('a session is found by its external id, but not by an unknown one or under another order', async () => {
  const session = await aSession();
  const other = await anOrder(store);
  const foreign = await call('GET', sessionsPath(other, `/${session.external_id as string}`), {
    headers: asGuest(store, other),
  });
  expect([foreign.status, foreign.body.error.code]).toEqual([404, 'record_not_found']);
  expect((await ask('GET', { id: 'bogus_000000000000000000000000' })).status).toBe(404);
  expect((await ask('GET', { id: session.external_id as string })).body.id).toBe(session.id);
});
