import {
  anOrder,
  asAdmin,
  asGuest,
  asOrderSystem,
  asShopper,
  call,
  methodOf,
  paymentOf,
  sessionsPath,
  type Json,
} from '../../support/http';
import { HOLD, WAITS } from '../../support/table-holds';
import { uuidOf } from '../../support/ids';
import { expectInvariants } from '../../support/invariants';
import {
  anEndpoint,
  aReceiver,
  deliveriesOf,
  noEndpoints,
  verified,
  waitFor,
  type Receiver,
} from '../../support/receiver';
import { asStaff } from '../../support/spree';
import { anotherServer, aStore, database, type OrderMade, type StoreMade } from '../../support/tandem';
import { TARGET_SERVER } from '../../support/target-server';

let store: StoreMade;
let order: OrderMade;
let receiver: Receiver;
let endpoint: Json;

beforeAll(async () => {
  store = await aStore();
});
beforeEach(async () => {
  receiver = await aReceiver();
  order = await anOrder(store);
  endpoint = await anEndpoint(store, receiver);
});
afterEach(async () => {
  await noEndpoints(store);
  await receiver.stop();
});

const create = async (of = order, more: Json = {}): Promise<Json> =>
  (
    await call('POST', sessionsPath(of), {
      headers: asGuest(store, of),
      body: { payment_method_id: methodOf(store), ...more },
    })
  ).body;

const complete = async (session: Json, data: Json = {}, of = order, key?: string): Promise<Json> =>
  (
    await call('PATCH', sessionsPath(of, `/${session.id}/complete`), {
      headers: asGuest(store, of, key),
      body: { external_data: data },
    })
  ).body;

const CAPTURING = `SELECT 1 FROM provider_operations WHERE order_id = $1 AND verb = 'capture'`;
const LOSE_LEASE = `UPDATE idempotency_keys SET fence = gen_random_uuid()
  WHERE state = 'running' AND store_id = (SELECT store_id FROM orders WHERE id = $1)`;

const types = (): string[] => receiver.events().map(({ type }) => type);
const ofType = (type: string): Json => receiver.received.find(({ body }) => body.type === type)?.body;

it('a payment’s whole life is published, in order, each event signed and with its own id', async () => {
  const session = await create();
  const { payment } = await complete(session);
  const path = `/orders/${order.id}/payments/${payment.id}`;
  await asStaff(store, 'PATCH', `${path}/capture`, { amount: '60.00' });
  const refund = await asStaff(store, 'POST', `/orders/${order.id}/refunds`, {
    payment_id: payment.id,
    amount: '12.50',
  });
  await receiver.until(6);
  // Capturing the whole total of an order places it.
  expect(types()).toEqual([
    'payment.authorized',
    'payment_session.completed',
    'payment.captured',
    'payment.paid',
    'order.completed',
    'refund.created',
  ]);
  for (const received of receiver.received) {
    expect(verified(received, endpoint.secret)).toEqual(received.body);
    expect(received.headers['webhook-id']).toBe(received.body.id);
    expect(received.headers).toMatchObject({
      'content-type': 'application/json',
      'user-agent': 'Tandem-Webhooks/1',
    });
  }
  expect(new Set(receiver.received.map(({ body }) => body.id)).size).toBe(6);
  expect(ofType('payment_session.completed')).toMatchObject({
    id: expect.stringMatching(/^evt_/),
    created_at: expect.stringMatching(/^\d{4}-.*Z$/),
    store_id: expect.stringMatching(/^store_/),
    data: { id: session.id, order_id: order.id, status: 'completed', amount: '110.0', currency: 'USD' },
  });
  expect(ofType('payment.captured').data).toMatchObject({
    id: payment.id,
    number: payment.number,
    payment_session_id: session.id,
    status: 'completed',
    amount: '60.0',
    authorized: '110.0',
    captured: '60.0',
    refunded: '0.0',
  });
  expect(ofType('refund.created').data).toMatchObject({
    id: refund.id,
    payment_id: payment.id,
    amount: '12.5',
    payment: { captured: '60.0', refunded: '12.5' },
  });
  await expectInvariants(order);
});

it('a placed order, and a canceled one with its open session and payment, are published', async () => {
  await complete(await create());
  const placed = await call('POST', `/store/carts/${order.cart_id}/complete`, {
    headers: asShopper(store),
    body: {},
  });
  expect(placed.body.type).toBe('order');
  await receiver.until(3);
  expect(ofType('order.completed').data).toEqual({
    id: order.id,
    number: order.number,
    status: 'completed',
    customer_id: null,
    total: '110.0',
    currency: 'USD',
  });

  const second = await anOrder(store);
  await complete(await create(second, { amount: '50.00' }), {}, second);
  const open = await create(second, { amount: '60.00' });
  await asStaff(store, 'PATCH', `/orders/${second.id}/cancel`);
  await waitFor(async () => ofType('payment.voided') !== undefined);
  const paid = ['payment.authorized', 'payment_session.completed'];
  const canceled = ['payment_session.canceled', 'order.canceled', 'payment.voided'];
  expect(types()).toEqual([...paid, 'order.completed', ...paid, ...canceled]);
  expect(ofType('payment_session.canceled').data).toMatchObject({ id: open.id, status: 'canceled' });
  expect(ofType('payment.voided').data).toMatchObject({ status: 'void', amount: '50.0', canceled: '50.0' });
});

it('an expired session is published once, by any one server', async () => {
  const session = await create();
  await database().query(`UPDATE payment_sessions SET expires_at = now() WHERE id = $1`, [
    uuidOf(session.id),
  ]);
  // A server looks for expired sessions when it starts, and then each minute.
  const servers = await Promise.all([anotherServer(), anotherServer()]);
  await receiver.until(1, 70_000);
  await Promise.all(servers.map((server) => server.stop()));
  expect(types()).toEqual(['payment_session.expired']);
  expect(receiver.received[0]?.body.data).toMatchObject({ id: session.id, status: 'expired' });
}, 90_000);

it('a declined session is published, without the card', async () => {
  const session = await create();
  const declined = await complete(session, { card_number: '4000000000000002' });
  expect(declined.status).toBe('failed');
  await receiver.until(1);
  expect(receiver.received[0]?.body).toMatchObject({
    type: 'payment_session.failed',
    data: { id: session.id, status: 'failed', failure: { code: expect.any(String) } },
  });
  expect(receiver.received[0]?.text).not.toContain('4000000000000002');
});

it('an automatic capture is published as authorized and captured', async () => {
  const method = await asStaff(store, 'POST', '/payment_methods', {
    type: 'pp_bogus_default',
    name: 'At once',
    auto_capture: true,
  });
  const session = await create(order, { payment_method_id: method.id });
  await complete(session);
  await receiver.until(4);
  expect(types()).toEqual([
    'payment.authorized',
    'payment.captured',
    'payment.paid',
    'payment_session.completed',
  ]);
  expect(ofType('payment.captured').data).toMatchObject({ status: 'completed', captured: '110.0' });
});

it('a request repeated with its key, and a refused one, publish nothing more', async () => {
  const session = await create();
  const { payment } = await complete(session, {}, order, 'pay');
  await complete(session, {}, order, 'pay');
  const path = `/api/v3/admin/orders/${order.id}/payments/${payment.id}/capture`;
  const capture = (body: Json): Promise<{ status: number }> =>
    call('PATCH', path, { headers: asOrderSystem(store, `take ${JSON.stringify(body)}`), body });
  const twice = await Promise.all([capture({ amount: '10' }), capture({ amount: '10' })]);
  expect(twice.map(({ status }) => status)).toEqual([200, 200]);
  expect((await capture({ amount: '1000' })).status).toBe(422);
  await asStaff(store, 'PATCH', `/orders/${order.id}/cancel`).catch(() => undefined);
  await waitFor(async () => types().includes('order.canceled'));
  expect(types().filter((type) => type === 'payment.captured')).toHaveLength(1);
  expect(types().filter((type) => type === 'payment.authorized')).toHaveLength(1);
});

it('a rolled back capture is not published; once committed, it is published once', async () => {
  const { payment } = await complete(await create());
  await receiver.until(2);
  const captured = (): boolean => types().includes('payment.captured');
  const target = await anotherServer({ PGAPPNAME: TARGET_SERVER });
  const hold = await database().connect();
  try {
    // The transaction that records the capture must wait before it writes the event; meanwhile it loses its request's
    // lease, so that it fails with LeaseLost after the event was written.
    await hold.query('BEGIN');
    await hold.query(HOLD, [TARGET_SERVER, 'events']);
    const sent = call('PATCH', `/api/v3/admin/orders/${order.id}/payments/${payment.id}/capture`, {
      headers: asOrderSystem(store, `roll ${order.number}`),
      body: {},
      server: target.url,
    });
    // A starting server sweeps events and waits too, so the capture must have begun.
    await waitFor(async () => (await hold.query(CAPTURING, [uuidOf(order.id)])).rowCount !== 0);
    await waitFor(async () => (await hold.query(WAITS, [TARGET_SERVER, 'events'])).rowCount !== 0);
    await database().query(LOSE_LEASE, [uuidOf(order.id)]);
    await hold.query('COMMIT');
    expect((await sent).status).toBeGreaterThanOrEqual(500);
    expect(captured()).toBe(false);
  } finally {
    hold.release();
    await target.stop();
  }
  await waitFor(async () => captured(), 30_000);
  const { rows } = await database().query(
    `SELECT id FROM events WHERE order_id = $1 AND type = 'payment.captured'`,
    [uuidOf(order.id)],
  );
  expect(rows).toHaveLength(1);
  expect(types().filter((type) => type === 'payment.captured')).toHaveLength(1);
  await expectInvariants(order);
});

it('an endpoint gets the events it subscribed to, and another store’s gets none', async () => {
  const [other, elsewhere, narrow] = [await aStore(), await aReceiver(), await aReceiver()];
  try {
    await anEndpoint(other, elsewhere);
    const some = await anEndpoint(store, narrow, { subscriptions: ['payment.*', 'order.canceled'] });
    const off = await anEndpoint(store, narrow, { active: false });
    await complete(await create());
    await asStaff(store, 'PATCH', `/orders/${order.id}/cancel`);
    await receiver.until(4);
    await narrow.until(3);
    expect(narrow.received.map(({ body }) => body.type)).toEqual([
      'payment.authorized',
      'order.canceled',
      'payment.voided',
    ]);
    expect(await deliveriesOf(store, off)).toEqual([]);
    expect(await deliveriesOf(store, some)).toHaveLength(3);
    expect(elsewhere.received).toEqual([]);
    const foreign = await call('GET', `/api/v3/admin/webhook_endpoints/${some.id}/deliveries`, {
      headers: asOrderSystem(other),
    });
    expect([foreign.status, foreign.body.error.code]).toEqual([404, 'record_not_found']);
  } finally {
    await Promise.all([elsewhere.stop(), narrow.stop()]);
  }
});

it('deleting an endpoint while a payment is recorded does not fail the payment', async () => {
  const session = await create();
  const hold = await database().connect();
  try {
    await hold.query('BEGIN');
    await hold.query('DELETE FROM webhook_endpoints WHERE id = $1', [uuidOf(endpoint.id)]);
    const completed = complete(session);
    await new Promise((later) => setTimeout(later, 500));
    await hold.query('COMMIT');
    expect((await completed).status).toBe('completed');
  } finally {
    hold.release();
  }
  await expectInvariants(order);
});

it('without an endpoint nothing is written', async () => {
  await asStaff(store, 'PATCH', `/webhook_endpoints/${endpoint.id}`, { events: ['refund.created'] });
  await complete(await create());
  const { rows } = await database().query(`SELECT id FROM events WHERE order_id = $1`, [uuidOf(order.id)]);
  expect(rows).toEqual([]);
});

it('a capture through Medusa’s admin publishes the same event', async () => {
  await complete(await create());
  const path = `/admin/payments/${await paymentOf(store, order)}/capture`;
  await call('POST', path, { headers: asAdmin(store), body: { amount: 40 } });
  await receiver.until(3);
  expect(ofType('payment.captured').data).toMatchObject({ order_id: order.id, amount: '40.0' });
});
