import { asGuest, asOrderSystem, call, methodOf, sessionsPath, type Json } from '../../support/http';
import { uuidOf } from '../../support/ids';
import { ownDatabase, type OwnDatabase } from '../../support/own-database';
import { aReceiver, waitFor, type Receiver } from '../../support/receiver';
import type { Server } from '../../support/server-process';
import type { StoreMade } from '../../support/tandem';

// Order, fairness and circuit breaker of one server's deliveries, on its own database because every server sends due deliveries.

const HOOKS = '/api/v3/admin/webhook_endpoints';

let own: OwnDatabase;
let server: Server;
let store: StoreMade;
let other: StoreMade;
let receiver: Receiver;
let healthy: Receiver;

beforeAll(async () => {
  own = await ownDatabase();
  server = await own.server();
  [store, other] = [await own.store(), await own.store()];
});
afterAll(async () => {
  await server.stop();
  await own.drop();
});
beforeEach(async () => {
  [receiver, healthy] = [await aReceiver(), await aReceiver()];
});
afterEach(async () => {
  await own.pool.query('DELETE FROM webhook_endpoints');
  await Promise.all([receiver.stop(), healthy.stop()]);
});

async function staff(method: string, path: string, body?: Json, of = store): Promise<Json> {
  const reply = await call(method, path, { headers: asOrderSystem(of), body, server: server.url });
  if (reply.status >= 300) throw new Error(`${method} ${path}: ${reply.status} ${reply.text}`);
  return reply.body;
}

const listen = (at: Receiver, events: string[] = ['*'], of = store): Promise<Json> =>
  staff('POST', HOOKS, { url: at.url, events }, of);

/** A paid order, with the id of its payment. */
async function pay(of = store): Promise<{ order: Json; payment: Json }> {
  const order = await staff(
    'POST',
    '/api/v3/admin/orders',
    { currency: 'USD', items: [{ name: 'T-shirt', quantity: 2, price: '55.00' }] },
    of,
  );
  const ask = { headers: asGuest(of, order), server: server.url };
  const session = await call('POST', sessionsPath(order), {
    ...ask,
    body: { payment_method_id: methodOf(of) },
  });
  const done = await call('PATCH', sessionsPath(order, `/${session.body.id}/complete`), { ...ask, body: {} });
  if (done.body.status !== 'completed') throw new Error(done.text);
  return { order, payment: done.body.payment };
}

const capture = ({ order, payment }: { order: Json; payment: Json }, amount: string): Promise<Json> =>
  staff('PATCH', `/api/v3/admin/orders/${order.id}/payments/${payment.id}/capture`, { amount });

const ofOrder = (at: Receiver, { id }: Json): Json[] =>
  at.received.map(({ body }) => body).filter(({ data }) => (data.order_id ?? data.id) === id);

async function rows(text: string, ...values: unknown[]): Promise<Json[]> {
  return (await own.pool.query(text, values)).rows;
}

/** Makes all deliveries due. */
const allDue = (): Promise<Json[]> =>
  rows(`UPDATE webhook_deliveries SET next_attempt_at = now() WHERE state = 'pending'`);

const states = async (endpoint: Json): Promise<string[]> =>
  (
    await rows(
      `SELECT state, count(*)::int AS count FROM webhook_deliveries WHERE endpoint_id = $1 GROUP BY 1 ORDER BY 1`,
      uuidOf(endpoint.id),
    )
  ).map(({ state, count }) => `${count} ${state}`);

const breaker = async (endpoint: Json): Promise<Json> =>
  (
    await rows(
      `SELECT failures, held_until > now() AS "isAuthorizedOnly" FROM webhook_endpoints WHERE id = $1`,
      uuidOf(endpoint.id),
    )
  )[0];

describe('events of one order', () => {
  it('wait for the first, which fails, and arrive in order; other orders do not wait', async () => {
    let refuses = true;
    receiver.responses((response) => response.writeHead(refuses ? 500 : 200).end());
    const endpoint = await listen(receiver);
    const first = await pay();
    await waitFor(async () => receiver.received.length === 1);
    refuses = false;
    await capture(first, '60.00');
    await capture(first, '50.00');
    const second = await pay();
    await waitFor(async () => ofOrder(receiver, second.order).length === 2);
    expect(ofOrder(receiver, first.order).map(({ type }) => type)).toEqual(['payment.authorized']);
    await allDue();
    await waitFor(async () => (await states(endpoint)).join() === '9 delivered');
    const [failed, ...rest] = ofOrder(receiver, first.order);
    expect(rest.map(({ type }) => type)).toEqual([
      'payment.authorized',
      'payment_session.completed',
      'payment.captured',
      'payment.paid',
      'order.completed',
      'payment.captured',
      'order.paid',
    ]);
    expect(failed).toEqual(rest[0]);
  });

  it('of concurrent requests arrive in the order in which they were recorded', async () => {
    await listen(receiver, ['payment.captured']);
    const paid = await pay();
    await Promise.all(['10', '11', '12', '13', '14', '15'].map((amount) => capture(paid, amount)));
    await receiver.until(6);
    const captured = receiver.received.map(({ body }) => Number(body.data.captured));
    expect(captured).toEqual(captured.toSorted((one, next) => one - next));
    expect(captured.at(-1)).toBe(75);
  });

  it('continue once the delivery they wait for has failed for good', async () => {
    receiver.responses((response, nth) => response.writeHead(nth < 2 ? 500 : 200).end());
    const endpoint = await listen(receiver);
    const { order } = await pay();
    await receiver.until(1);
    await waitFor(
      async () => (await rows(`SELECT 1 FROM webhook_deliveries WHERE attempts = 1`)).length === 1,
    );
    await rows(`UPDATE webhook_deliveries SET attempts = 11, next_attempt_at = now() WHERE attempts = 1`);
    await waitFor(async () => (await states(endpoint)).join() === '1 delivered,1 failed');
    expect(ofOrder(receiver, order).map(({ type }) => type)).toEqual([
      'payment.authorized',
      'payment.authorized',
      'payment_session.completed',
    ]);
  });
});

it('a redelivery is followed by its order’s later events', async () => {
  receiver.responses((response, nth) => response.writeHead(nth < 1 ? 500 : 200).end());
  const endpoint = await listen(receiver);
  await pay();
  await waitFor(async () => (await rows(`SELECT 1 FROM webhook_deliveries WHERE attempts = 1`)).length === 1);
  await rows(
    `UPDATE webhook_deliveries SET next_attempt_at = now() + interval '10 hours' WHERE state = 'pending'`,
  );
  const { data } = await staff('GET', `${HOOKS}/${endpoint.id}/deliveries`);
  const failed = data.find(({ attempts }: Json) => attempts === 1);
  await staff('POST', `${HOOKS}/${endpoint.id}/deliveries/${failed.id}/redeliver`);
  await waitFor(async () => (await states(endpoint)).join() === '3 delivered');
});

describe('an endpoint that hangs', () => {
  it('blocks four of its own deliveries, and no other endpoint of its store or another', async () => {
    receiver.responses(() => undefined);
    const elsewhere = await aReceiver();
    await listen(receiver);
    await listen(healthy);
    await listen(elsewhere, ['*'], other);
    for (let nth = 0; nth < 6; nth++) await Promise.all([pay(), pay(other)]);
    await healthy.until(12);
    await elsewhere.until(12);
    const unsettled = await rows(
      `SELECT 1 FROM webhook_deliveries d JOIN webhook_endpoints p ON p.id = d.endpoint_id
        WHERE p.url = $1 AND d.attempts = 0 AND d.state = 'pending'`,
      receiver.url,
    );
    // At most four deliveries to it are in flight at a time, however long the others take.
    const [{ sent }] = (await rows(
      `SELECT coalesce(sum(d.attempts), 0)::int AS sent FROM webhook_deliveries d
         JOIN webhook_endpoints p ON p.id = d.endpoint_id WHERE p.url = $1`,
      receiver.url,
    )) as [Json];
    expect(unsettled.length).toBeGreaterThan(0);
    expect(receiver.received.length - sent).toBeLessThanOrEqual(4);
    await elsewhere.stop();
  });
});

describe('the breaker of an endpoint', () => {
  const hold = (endpoint: Json, until: string): Promise<Json[]> =>
    rows(`UPDATE webhook_endpoints SET held_until = ${until} WHERE id = $1`, uuidOf(endpoint.id));

  /** An endpoint with an open breaker and eight pending deliveries. */
  async function opened(): Promise<Json> {
    receiver.responses((response) => response.writeHead(500).end());
    const endpoint = await listen(receiver, ['payment_session.*']);
    for (let nth = 0; nth < 8; nth++) await pay();
    await waitFor(async () => (await breaker(endpoint)).failures >= 5);
    await hold(endpoint, `now() + interval '1 hour'`);
    await waitFor(async () => receiver.received.length === (await sentTo(endpoint)));
    return endpoint;
  }

  const sentTo = async (endpoint: Json): Promise<number> =>
    (
      await rows(
        `SELECT coalesce(sum(attempts), 0)::int AS sent FROM webhook_deliveries WHERE endpoint_id = $1`,
        uuidOf(endpoint.id),
      )
    )[0].sent as number;

  it('opens after five failures in a row, lets one probe through, and closes when it succeeds', async () => {
    const endpoint = await opened();
    await listen(healthy, ['payment_session.*']);
    const before = receiver.received.length;
    const { failures } = await breaker(endpoint);
    await allDue();
    await pay();
    await healthy.until(1);
    expect([receiver.received.length, await breaker(endpoint)]).toEqual([
      before,
      { failures, isAuthorizedOnly: true },
    ]);
    await hold(endpoint, 'now()');
    await waitFor(async () => (await breaker(endpoint)).failures === failures + 1);
    expect(receiver.received).toHaveLength(before + 1);
    receiver.responses((response) => response.end());
    await allDue();
    await hold(endpoint, 'now()');
    await waitFor(async () => (await states(endpoint)).join() === '9 delivered');
    expect(await breaker(endpoint)).toEqual({ failures: 0, isAuthorizedOnly: null });
  });

  it('is closed by saving the endpoint', async () => {
    const endpoint = await opened();
    receiver.responses((response) => response.end());
    await allDue();
    await staff('PATCH', `${HOOKS}/${endpoint.id}`, { description: 'mended' });
    await waitFor(async () => (await states(endpoint)).join() === '8 delivered');
  });

  it('is closed by a redelivery', async () => {
    const endpoint = await opened();
    receiver.responses((response) => response.end());
    const { data } = await staff('GET', `${HOOKS}/${endpoint.id}/deliveries`);
    const again = await staff('POST', `${HOOKS}/${endpoint.id}/deliveries/${data[0].id}/redeliver`);
    const stateOf = `SELECT state FROM webhook_deliveries WHERE id = $1`;
    await waitFor(async () => (await rows(stateOf, uuidOf(again.id)))[0]?.state === 'delivered');
    expect(await breaker(endpoint)).toEqual({ failures: 0, isAuthorizedOnly: null });
  });

  it('that is open for three days fails pending deliveries; a closed one does not', async () => {
    const endpoint = await opened();
    await rows(`UPDATE webhook_deliveries SET next_attempt_at = now() - interval '73 hours'`);
    await waitFor(async () => (await states(endpoint)).join() === '8 failed');
    const { data } = await staff('GET', `${HOOKS}/${endpoint.id}/deliveries`);
    expect(data[0]).toMatchObject({
      state: 'failed',
      error: 'the endpoint was down for three days',
      next_attempt_at: null,
    });
  });
});

it('pending deliveries to a deactivated endpoint fail', async () => {
  receiver.responses((response) => response.writeHead(500).end());
  const endpoint = await listen(receiver, ['payment_session.*']);
  await pay();
  await waitFor(async () => (await rows(`SELECT 1 FROM webhook_deliveries WHERE attempts = 1`)).length === 1);
  await staff('PATCH', `${HOOKS}/${endpoint.id}`, { active: false });
  await allDue();
  await waitFor(async () => (await states(endpoint)).join() === '1 failed');
  const { data } = await staff('GET', `${HOOKS}/${endpoint.id}/deliveries`);
  expect(data[0]).toMatchObject({ attempts: 1, error: 'the endpoint is not active', next_attempt_at: null });
});
