import { createHmac } from 'node:crypto';
import { anOrder, asGuest, call, methodOf, sessionsPath, type Json } from '../../support/http';
import { uuidOf } from '../../support/ids';
import {
  anEndpoint,
  aReceiver,
  deliveriesOf,
  noEndpoints,
  verified,
  waitFor,
  type Received,
  type Receiver,
} from '../../support/receiver';
import { aGiftCard, asStaff } from '../../support/spree';
import { aStore, database, type OrderMade, type StoreMade } from '../../support/tandem';

// The payloads of Spree's scheme: like Spree's own event serializers, which are those of its Store API.

let store: StoreMade;
let receiver: Receiver;

beforeAll(async () => {
  store = await aStore();
});
beforeEach(async () => {
  receiver = await aReceiver();
});
afterEach(async () => {
  await noEndpoints(store);
  await receiver.stop();
});

const listen = (more: Record<string, unknown> = {}): Promise<Json> =>
  anEndpoint(store, receiver, { scheme: 'spree', ...more });

const published = (name: string): Json[] =>
  [...new Map(receiver.received.map(({ body }) => [body.id, body])).values()].filter(
    (body) => body.name === name,
  );

async function arrived(...names: string[]): Promise<Json[]> {
  await waitFor(
    async () => names.every((name) => published(name).length > 0),
    15_000,
    () => receiver.received.map(({ body }) => body.name as string).join(' '),
  );
  return names.map((name) => published(name)[0]);
}

async function authorize(order: OrderMade, more: Json = {}): Promise<{ session: Json; payment: Json }> {
  const ask = { headers: asGuest(store, order) };
  const body = { payment_method_id: methodOf(store), ...more };
  const session = await call('POST', sessionsPath(order), { ...ask, body });
  const done = await call('PATCH', sessionsPath(order, `/${session.body.id}/complete`), { ...ask, body: {} });
  return { session: done.body, payment: done.body.payment };
}

const capture = (order: OrderMade, payment: Json, amount?: string): Promise<Json> =>
  asStaff(store, 'PATCH', `/orders/${order.id}/payments/${payment.id}/capture`, amount ? { amount } : {});

const shownAt = ({ id }: OrderMade): string => `/api/v3/store/orders/${id}`;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

describe('data is the object of the Store API', () => {
  it('a payment: with its method, source and state, as the event left it', async () => {
    await listen();
    const order = await anOrder(store);
    const { payment } = await authorize(order);
    await capture(order, payment);
    const [authorization, paid] = await arrived('payment.authorized', 'payment.paid');
    expect(paid).toMatchObject({ id: expect.stringMatching(UUID), created_at: expect.any(String) });
    const { payments } = (await call('GET', shownAt(order), { headers: asGuest(store, order) })).body;
    expect(paid.data).toMatchObject({ ...payments[0], updated_at: expect.any(String) });
    expect(paid.data).toMatchObject({
      state: 'completed',
      amount: '110.0',
      order_id: order.id,
      payment_method: { id: methodOf(store) },
    });
    expect(paid.data).toHaveProperty('source');
    expect(authorization.data).toMatchObject({ id: payment.id, state: 'pending', status: 'pending' });
    expect(new Set(Object.keys(payment).filter((key) => !(key in authorization.data)))).toEqual(new Set());
  });

  it('an order: with its items, payments and state, without its token and its gift card’s code', async () => {
    await listen();
    const order = await anOrder(store);
    const { code } = await aGiftCard(store);
    const path = `/api/v3/store/carts/cart_${order.id.slice(3)}/gift_cards`;
    expect((await call('POST', path, { headers: asGuest(store, order), body: { code } })).status).toBe(201);
    const { payment } = await authorize(order);
    await capture(order, payment);
    const [completed, paid] = await arrived('order.completed', 'order.paid');
    const shown = await call('GET', shownAt(order), { headers: asGuest(store, order) });
    const { token, ...rest } = shown.body;
    expect(token).toEqual(expect.any(String));
    for (const { data } of [completed, paid]) {
      expect(Object.keys(rest).filter((key) => !(key in data))).toEqual([]);
      expect(data).toMatchObject({
        id: order.id,
        state: 'complete',
        line_items: rest.line_items,
        total: '110.0',
      });
      expect(data.payments).toMatchObject([{ id: payment.id, payment_method: { id: methodOf(store) } }]);
      expect(data).not.toHaveProperty('token');
      expect(data.gift_card.code).toBe(`****${(code as string).slice(-4)}`);
    }
    expect(paid.data.payment_state).toBe('paid');
    for (const { text } of receiver.received) expect(text).not.toContain(token);
    for (const { text } of receiver.received) expect(text).not.toContain(code);
  });

  it('a session: without the page’s client data', async () => {
    await listen();
    const { session } = await authorize(await anOrder(store));
    const [completed] = await arrived('payment_session.completed');
    expect(completed.data).toMatchObject({
      id: session.id,
      status: 'completed',
      external_id: session.external_id,
      external_data: {},
      payment_method: { id: methodOf(store) },
      payment: { id: session.payment.id },
    });
    expect(JSON.stringify(completed)).not.toContain('secret');
  });

  it('a refund', async () => {
    await listen();
    const order = await anOrder(store);
    const { payment } = await authorize(order);
    await capture(order, payment);
    const refund = await asStaff(store, 'POST', `/orders/${order.id}/refunds`, {
      payment_id: payment.id,
      amount: '12.50',
    });
    const [created] = await arrived('refund.created');
    expect(created.data).toMatchObject(refund);
  });

  it('is the same text at each attempt, even if the order has changed', async () => {
    receiver.responses((response, nth) => response.writeHead(nth === 0 ? 500 : 200).end());
    await listen({ subscriptions: ['order.completed'] });
    const order = await anOrder(store);
    const { payment } = await authorize(order);
    await capture(order, payment, '60.00');
    await receiver.until(1);
    await capture(order, payment, '50.00');
    await database().query(
      `UPDATE webhook_deliveries SET next_attempt_at = now() WHERE state = 'pending' AND attempts = 1
         AND order_id = $1`,
      [uuidOf(order.id)],
    );
    const [first, second] = await receiver.until(2);
    expect(second?.text).toBe(first?.text);
  });
});

it('the envelope and the headers are Spree’s', async () => {
  const endpoint = await listen({ subscriptions: ['payment.authorized'] });
  const order = await anOrder(store);
  await authorize(order);
  const [first] = await receiver.until(1);
  if (!first) throw new Error('no request arrived');
  expect(first.body).toMatchObject({
    id: expect.stringMatching(UUID),
    name: 'payment.authorized',
    data: { order_id: order.id },
    metadata: { store_id: expect.stringMatching(/^store_/) },
  });
  const timestamp = first.headers['x-spree-webhook-timestamp'] as string;
  expect(first.headers).toMatchObject({
    'x-spree-webhook-event': 'payment.authorized',
    'x-spree-webhook-signature': createHmac('sha256', endpoint.secret)
      .update(`${timestamp}.${first.text}`)
      .digest('hex'),
  });
});

describe('payment.paid and order.paid', () => {
  const names = (): string[] => receiver.received.map(({ body }) => body.name as string);

  it('can be subscribed to: a payment is paid by its first capture, an order once everything is captured', async () => {
    await listen({ subscriptions: ['payment.paid', 'order.paid', 'refund.created'] });
    const order = await anOrder(store);
    const first = await authorize(order, { amount: '60.00' });
    const second = await authorize(order, { amount: '50.00' });
    await capture(order, first.payment, '20.00');
    await capture(order, first.payment, '40.00');
    await capture(order, second.payment);
    await asStaff(store, 'POST', `/orders/${order.id}/refunds`, {
      payment_id: first.payment.id,
      amount: '5.00',
    });
    await arrived('refund.created');
    expect(names()).toEqual(['payment.paid', 'payment.paid', 'order.paid', 'refund.created']);
    expect(published('payment.paid').map(({ data }) => data.id)).toEqual([
      first.payment.id,
      second.payment.id,
    ]);
  });

  it('two captures at once that together pay an order publish order.paid once', async () => {
    await listen({ subscriptions: ['order.*'] });
    const order = await anOrder(store);
    const first = await authorize(order, { amount: '60.00' });
    const second = await authorize(order, { amount: '50.00' });
    await Promise.all([capture(order, first.payment), capture(order, second.payment)]);
    await arrived('order.paid');
    await asStaff(store, 'PATCH', `/orders/${order.id}/cancel`).catch(() => undefined);
    expect(names().filter((name) => name === 'order.paid')).toHaveLength(1);
    expect(names().slice(0, 2)).toEqual(['order.completed', 'order.paid']);
  });
});

describe('a secret that is rotated', () => {
  /** As @spree/sdk verifies it: only the main header. */
  const isSignedWith = (secret: string, { headers, text }: Received): boolean =>
    headers['x-spree-webhook-signature'] ===
    createHmac('sha256', secret)
      .update(`${headers['x-spree-webhook-timestamp'] as string}.${text}`)
      .digest('hex');

  const rotate = async ({ id }: Json): Promise<string> =>
    (await asStaff(store, 'POST', `/webhook_endpoints/${id}/rotate_secret`)).secret as string;

  it('a receiver with the previous secret that reads only the main header accepts the retry of a delivery it refused', async () => {
    const endpoint = await listen({ subscriptions: ['payment.authorized'] });
    await rotate(endpoint);
    receiver.responses((response, nth) => {
      const request = receiver.received[nth];
      response.writeHead(request && isSignedWith(endpoint.secret, request) ? 200 : 401).end();
    });
    await authorize(await anOrder(store));
    await waitFor(async () => (await deliveriesOf(store, endpoint))[0]?.attempts === 1);
    await database().query(
      `UPDATE webhook_deliveries SET next_attempt_at = now() WHERE state = 'pending' AND endpoint_id = $1`,
      [uuidOf(endpoint.id)],
    );
    const isDelivered = async (): Promise<boolean> =>
      (await deliveriesOf(store, endpoint)).every(({ state }) => state === 'delivered');
    await waitFor(isDelivered);
    expect(receiver.received.length).toBeGreaterThanOrEqual(2);
  });

  it('several times within a day keeps all its secrets valid, in both schemes', async () => {
    const endpoint = await listen({ subscriptions: ['payment.authorized'] });
    const secrets = [endpoint.secret as string, await rotate(endpoint), await rotate(endpoint)];
    await authorize(await anOrder(store));
    const [first] = await receiver.until(1);
    if (!first) throw new Error('no request arrived');
    expect(isSignedWith(secrets[2] ?? '', first)).toBe(true);
    expect((first.headers['x-spree-webhook-signature-previous'] as string).split(',')).toHaveLength(2);

    await asStaff(store, 'PATCH', `/webhook_endpoints/${endpoint.id}`, { scheme: 'standard' });
    await authorize(await anOrder(store));
    const [, second] = await receiver.until(2);
    if (!second) throw new Error('no request arrived');
    for (const secret of secrets) expect(verified(second, secret)).toEqual(second.body);
  });
});
