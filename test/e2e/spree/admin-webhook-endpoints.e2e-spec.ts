import { anOrder, asGuest, asOrderSystem, call, methodOf, sessionsPath, type Json } from '../../support/http';
import { uuidOf } from '../../support/ids';
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
import { aStore, database, type StoreMade } from '../../support/tandem';

const HOOKS = '/api/v3/admin/webhook_endpoints';

let store: StoreMade;
let receiver: Receiver;
let endpoint: Json;

beforeAll(async () => {
  store = await aStore();
});
beforeEach(async () => {
  receiver = await aReceiver();
  endpoint = await anEndpoint(store, receiver, { events: ['payment_session.*'] });
});
afterEach(async () => {
  await noEndpoints(store);
  await receiver.stop();
});

/** Pays an order, which sends one event to the endpoint. */
async function pay(): Promise<void> {
  const order = await anOrder(store);
  const headers = asGuest(store, order);
  const session = await call('POST', sessionsPath(order), {
    headers,
    body: { payment_method_id: methodOf(store) },
  });
  const done = await call('PATCH', sessionsPath(order, `/${session.body.id}/complete`), {
    headers,
    body: {},
  });
  expect(done.body.status).toBe('completed');
}

/** The endpoint's only delivery, after this many attempts. */
async function sentTimes(attempts: number, withinMs?: number): Promise<Json> {
  await waitFor(async () => (await deliveriesOf(store, endpoint))[0]?.attempts === attempts, withinMs);
  return (await deliveriesOf(store, endpoint))[0];
}

/** Makes the next attempt due. */
async function makeDue(delivery: Json): Promise<void> {
  await database().query(`UPDATE webhook_deliveries SET next_attempt_at = now() WHERE id = $1`, [
    uuidOf(delivery.id),
  ]);
}

const secondsUntil = (delivery: Json): number =>
  (Date.parse(delivery.next_attempt_at) - Date.parse(delivery.last_attempt_at)) / 1000;

it('retries a failing receiver with growing pauses and the same event id, and records each attempt', async () => {
  receiver.responses((response, nth) => response.writeHead(nth < 2 ? 500 : 200).end(`response ${nth}`));
  await pay();
  const first = await sentTimes(1);
  expect(first).toMatchObject({
    state: 'pending',
    event_type: 'payment_session.completed',
    response_status: 500,
    response_body: 'response 0',
  });
  expect(secondsUntil(first)).toBeCloseTo(5, 0);
  await makeDue(first);
  const second = await sentTimes(2);
  expect(secondsUntil(second)).toBeCloseTo(30, 0);
  await makeDue(second);
  const third = await sentTimes(3);
  expect(third).toMatchObject({
    id: first.id,
    state: 'delivered',
    response_status: 200,
    response_body: 'response 2',
    next_attempt_at: null,
  });
  expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id']))).toEqual(
    new Set([first.event_id]),
  );
  expect(new Set(receiver.received.map(({ text }) => text)).size).toBe(1);
  for (const received of receiver.received) verified(received, endpoint.secret);
});

it('a hanging receiver times out after ten seconds, and delays no others', async () => {
  const quick = await aReceiver();
  await anEndpoint(store, receiver);
  receiver.responses(() => undefined);
  await anEndpoint(store, quick);
  await pay();
  await quick.until(2, 5000);
  const hung = await sentTimes(1, 20_000);
  expect(hung).toMatchObject({ state: 'pending', response_status: null, error: 'no response in time' });
  await quick.stop();
});

it('410 deactivates the endpoint, which can be activated again', async () => {
  receiver.responses((response) => response.writeHead(410).end());
  await pay();
  const gone = await sentTimes(1);
  expect(gone).toMatchObject({ state: 'failed', response_status: 410, next_attempt_at: null });
  const off = await asStaff(store, 'GET', `/webhook_endpoints/${endpoint.id}`);
  expect(off).toMatchObject({ active: false, disabled_reason: 'answered 410 Gone' });
  await pay();
  expect(await deliveriesOf(store, endpoint)).toHaveLength(1);
  const again = await call('POST', `${HOOKS}/${endpoint.id}/deliveries/${gone.id}/redeliver`, {
    headers: asOrderSystem(store),
  });
  expect([again.status, again.body.error.message]).toEqual([422, 'Webhook endpoint is not active']);
  const on = await asStaff(store, 'PATCH', `/webhook_endpoints/${endpoint.id}`, { active: true });
  expect(on).toMatchObject({ active: true, disabled_reason: null });
});

it('a redirect counts as a failure, and is not followed', async () => {
  receiver.responses((response) => response.writeHead(302, { location: receiver.url }).end());
  await pay();
  expect(await sentTimes(1)).toMatchObject({ state: 'pending', response_status: 302 });
  expect(receiver.received).toHaveLength(1);
});

it('a delivery that never succeeds fails after three days', async () => {
  receiver.responses((response) => response.writeHead(503).end());
  await pay();
  const delivery = await sentTimes(1);
  await database().query(
    `UPDATE webhook_deliveries SET attempts = 11, next_attempt_at = now() WHERE id = $1`,
    [uuidOf(delivery.id)],
  );
  expect(await sentTimes(12)).toMatchObject({ state: 'failed', response_status: 503, next_attempt_at: null });
});

it('a repeated request redelivers once: a new delivery with the same event id', async () => {
  await pay();
  const first = await sentTimes(1);
  const again = (key: string): ReturnType<typeof call> =>
    call('POST', `${HOOKS}/${endpoint.id}/deliveries/${first.id}/redeliver`, {
      headers: asOrderSystem(store, key),
    });
  const [made, replayed] = [await again(`again ${first.id}`), await again(`again ${first.id}`)];
  expect([made.status, replayed.status, replayed.text]).toEqual([201, 201, made.text]);
  expect(made.body).toMatchObject({ state: 'pending', redelivery_of: first.id, event_id: first.event_id });
  await receiver.until(2);
  expect(receiver.received.map(({ body }) => body.id)).toEqual([first.event_id, first.event_id]);
  expect(await deliveriesOf(store, endpoint)).toHaveLength(2);
});

it('a secret is shown once and stored encrypted; after a rotation both are valid for a day', async () => {
  expect(endpoint.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  const read = await asStaff(store, 'GET', `/webhook_endpoints/${endpoint.id}`);
  expect([read.secret, read.url]).toEqual([null, receiver.url]);
  const key = asOrderSystem(store, `rotate ${endpoint.id}`);
  const rotate = (): ReturnType<typeof call> =>
    call('POST', `${HOOKS}/${endpoint.id}/rotate_secret`, { headers: key });
  const [rotated, replayed] = [await rotate(), await rotate()];
  expect([rotated.status, replayed.status, replayed.body.secret]).toEqual([200, 200, null]);
  expect(rotated.body.secret).not.toBe(endpoint.secret);
  await pay();
  const [received] = await receiver.until(1);
  if (!received) throw new Error('nothing was received');
  for (const secret of [rotated.body.secret, endpoint.secret]) {
    expect(verified(received, secret)).toEqual(received.body);
  }
  const { rows } = await database().query<{ all: string }>(
    `SELECT concat(e, encode(e.sealed_secrets, 'escape'), (SELECT string_agg(k::text, '') FROM idempotency_keys k
       WHERE k.store_id = e.store_id)) AS all FROM webhook_endpoints e WHERE e.id = $1`,
    [uuidOf(endpoint.id)],
  );
  for (const secret of [rotated.body.secret, endpoint.secret]) expect(rows[0]?.all).not.toContain(secret);
});

it('lists endpoints, updates one in part, and deletes it with its deliveries', async () => {
  await pay();
  await sentTimes(1);
  const page = await asStaff(store, 'GET', '/webhook_endpoints');
  expect(page.data.map(({ id }: Json) => id)).toContain(endpoint.id);
  const changed = await asStaff(store, 'PATCH', `/webhook_endpoints/${endpoint.id}`, { description: 'x' });
  expect(changed).toMatchObject({
    description: 'x',
    events: ['payment_session.*'],
    active: true,
    scheme: 'standard',
  });
  const headers = asOrderSystem(store);
  expect((await call('DELETE', `${HOOKS}/${endpoint.id}`, { headers })).status).toBe(204);
  expect((await call('GET', `${HOOKS}/${endpoint.id}/deliveries`, { headers })).status).toBe(404);
  expect((await call('DELETE', `${HOOKS}/${endpoint.id}`, { headers })).status).toBe(404);
});

it.each([
  [{}, 'url'],
  [{ url: '' }, 'url'],
  [{ url: 7 }, 'url'],
  [{ url: `https://example.com/${'x'.repeat(2100)}` }, 'url'],
  [{ url: 'https://example.com', events: ['shipment.*'] }, 'events'],
  [{ url: 'https://example.com', subscriptions: ['shipment.shipped'] }, 'subscriptions'],
  [{ url: 'https://example.com', subscriptions: ['payment.captured', 'shipment.*'] }, 'subscriptions'],
  [{ url: 'https://example.com', subscriptions: ['Payment.*'] }, 'subscriptions'],
  [{ url: 'https://example.com', subscriptions: ['payment'] }, 'subscriptions'],
  [{ url: 'https://example.com', subscriptions: [''] }, 'subscriptions'],
  [{ url: 'https://example.com', subscriptions: 'payment.*' }, 'subscriptions'],
  [{ url: 'https://example.com', subscriptions: { 0: 'payment.*' } }, 'subscriptions'],
  [{ url: 'https://example.com', subscriptions: [null] }, 'subscriptions'],
  [{ url: 'https://example.com', subscriptions: ['order.*'], events: ['payment.*'] }, 'subscriptions'],
  [{ url: 'https://example.com', name: 'x', description: 'y' }, 'name'],
  [{ url: 'https://example.com', secret_key: 'mine' }, 'secret_key'],
  [{ url: 'https://example.com', events: 'payment.*' }, 'events'],
  [{ url: 'https://example.com', events: [7] }, 'events'],
  [{ url: 'https://example.com', events: Array(60).fill('*') }, 'events'],
  [{ url: 'https://example.com', scheme: 'none' }, 'scheme'],
  [{ url: 'https://example.com', active: 'yes' }, 'active'],
  [{ url: 'https://example.com', description: '4111 1111 1111 1111' }, 'description'],
])('%j is refused for its %s', async (body, field) => {
  const reply = await call('POST', HOOKS, { headers: asOrderSystem(store), body });
  expect([reply.status, reply.body.error.code, Object.keys(reply.body.error.details)]).toEqual([
    422,
    'validation_error',
    [field],
  ]);
});

it.each([
  [{ subscriptions: ['payment.*', '*.completed'] }, ['payment.*', '*.completed']],
  [{ events: ['payment*'] }, ['payment*']],
  [{ events: ['refund.created'], subscriptions: ['refund.created'] }, ['refund.created']],
  // Spree: an endpoint without subscriptions gets every event.
  [{ subscriptions: [] }, ['*']],
  [{}, ['*']],
])('%j subscribes to %j, shown under Spree’s name and the legacy one', async (body, expected) => {
  const made = await asStaff(store, 'POST', '/webhook_endpoints', {
    ...{ url: 'http://127.0.0.1:9/', name: 'Desk', active: false },
    ...body,
  });
  expect(made).toMatchObject({
    subscriptions: expected,
    events: expected,
    name: 'Desk',
    description: 'Desk',
  });
  const changed = await asStaff(store, 'PATCH', `/webhook_endpoints/${made.id}`, { active: false });
  expect(changed.subscriptions).toEqual(expected);
  const narrowed = await asStaff(store, 'PATCH', `/webhook_endpoints/${made.id}`, {
    subscriptions: ['order.*'],
  });
  expect([narrowed.subscriptions, narrowed.events]).toEqual([['order.*'], ['order.*']]);
});

it.each(['whe_1', 'pm_1C5nQHTxNqcUU3WZ1J6bWb', 'whe_1C5nQHTxNqcUU3WZ1J6bWb'])(
  'an endpoint %s is not found',
  async (id) => {
    const headers = asOrderSystem(store);
    for (const [method, path] of [
      ['GET', ''],
      ['PATCH', ''],
      ['DELETE', ''],
      ['POST', '/rotate_secret'],
      ['GET', '/deliveries'],
      ['POST', '/deliveries/whd_1/redeliver'],
    ] as const) {
      const reply = await call(method, `${HOOKS}/${id}${path}`, {
        headers,
        ...(method === 'PATCH' && { body: {} }),
      });
      expect([method, path, reply.status]).toEqual([method, path, 404]);
    }
  },
);
