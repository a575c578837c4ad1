import { kindsOf, stateOf, totalsOf } from '../../support/event-gateway';
import { anOrder, asGuest, call, sessionsPath, type Json, type Reply } from '../../support/http';
import { expectQuiet } from '../../support/stripe/quiet';
import { SECRET_KEY, type StripeEvent } from '../../support/stripe/stand-in';
import { stripeWorld, type StripeWorld } from '../../support/stripe/world';
import type { OrderMade, StoreMade } from '../../support/tandem';
import { until } from '../../support/target-server';

// Stripe's events, signed by the fake Stripe, at both hooks.

const SECRET = 'whsec_now';
const BEFORE = 'whsec_before';

let world: StripeWorld;
let own: StripeWorld['own'];
let gateway: StripeWorld['gateway'];
let server: StripeWorld['server'];
let store: StoreMade;
let method: string;
let order: OrderMade;
let intent: string;

beforeAll(async () => {
  world = await stripeWorld();
  ({ own, gateway, server, store } = world);
  method = await world.method({
    secret_key: SECRET_KEY,
    webhook_secret: SECRET,
    previous_webhook_secret: BEFORE,
  });
});
afterAll(() => world.close());
beforeEach(async () => {
  gateway.events.length = 0;
  order = await anOrder(store, {}, server.url);
  const headers = asGuest(store, order);
  const body = { payment_method_id: method };
  intent = (await call('POST', sessionsPath(order), { headers, body, server: server.url })).body.external_id;
});
afterEach(() => expectQuiet(own.pool, order));

const HOOKS = {
  method: () => `/api/v3/webhooks/payments/${method}`,
  provider: () => '/hooks/payment/stripe_stripe',
};

function send(event: StripeEvent, to: keyof typeof HOOKS, secret = SECRET): Promise<Reply> {
  const { body, signature } = gateway.signed(event, secret);
  return call('POST', HOOKS[to](), { headers: { 'stripe-signature': signature }, body, server: server.url });
}

/** Sends all events to both hooks, newest first. */
async function sendAll(): Promise<void> {
  for (const event of [...gateway.events].reverse()) {
    await Promise.all([send(event, 'method'), send(event, 'provider', BEFORE)]);
  }
}

const totals = async (): Promise<Json> => (await totalsOf(order, own.pool))[0] ?? {};
const becomes = (wanted: Json): Promise<void> =>
  until(async () => {
    const now = await totals();
    return Object.entries(wanted).every(([name, value]) => now[name] === value);
  }, 20_000);

it('a shopper pays and never comes back; the payment is recorded, then captured and refunded in the Dashboard', async () => {
  gateway.account.confirm(intent, { payment_method: 'pm_card_visa' });
  await sendAll();
  await becomes({ authorized: 11_000, captured: 0 });
  expect(await stateOf(order, own.pool)).toBe('completed');
  gateway.account.capture(intent, {});
  const { id } = gateway.account.refund({ payment_intent: intent, amount: 2_000 });
  await sendAll();
  await becomes({ captured: 11_000, refunded: 2_000 });
  gateway.account.failRefund(id);
  await sendAll();
  await becomes({ refunded: 0 });
  expect(await kindsOf(order, own.pool)).toEqual(['authorization', 'capture', 'refund', 'refund_failure']);
});

it('an authorization released in the Dashboard is canceled', async () => {
  gateway.account.confirm(intent, { payment_method: 'pm_card_visa' });
  await sendAll();
  await becomes({ authorized: 11_000 });
  gateway.account.cancel(intent, {});
  await sendAll();
  await becomes({ canceled: 11_000 });
});

/** No event is pending: all were applied, or ignored as irrelevant. */
async function expectAllHandled(): Promise<void> {
  const open = `SELECT reason FROM webhook_events WHERE state NOT IN ('handled', 'ignored')`;
  await until(async () => (await own.pool.query(open)).rowCount === 0, 10_000);
}

it('a partial capture and a cancellation create no refund', async () => {
  gateway.account.confirm(intent, { payment_method: 'pm_card_visa' });
  gateway.account.capture(intent, { amount_to_capture: '8000' });
  await sendAll();
  await becomes({ captured: 8_000 });
  await expectAllHandled();
  expect(await totals()).toMatchObject({ authorized: 11_000, captured: 8_000, refunded: 0 });
  expect(gateway.account.chargeOf(gateway.account.intent(intent)).amount_refunded).toBe(0);
});

it('a pending refund equal to the uncaptured amount counts, is shown, and is not made twice', async () => {
  gateway.account.confirm(intent, { payment_method: 'pm_card_pendingRefund' });
  gateway.account.capture(intent, { amount_to_capture: '7000' });
  await sendAll();
  await becomes({ captured: 7_000 });
  const { id, status } = gateway.account.refund({ payment_intent: intent, amount: 4_000 });
  expect(status).toBe('pending');
  await sendAll();
  await becomes({ refunded: 4_000 });
  const staff = (verb: string, path: string, body?: Json): Promise<Reply> =>
    call(verb, `/api/v3/admin/orders/${order.id}${path}`, {
      headers: { 'x-spree-api-key': store.secret_key },
      body,
      server: server.url,
    });
  expect((await staff('GET', '/refunds')).body.data).toMatchObject([{ amount: '40.0' }]);
  const { data } = (await staff('GET', '/payments')).body;
  const again = await staff('POST', '/refunds', { payment_id: data[0].id, amount: '70' });
  expect([again.status, (await totals())['refunded']]).toEqual([422, 4_000]);
  expect(await own.tandem(['reconcile', '--json'], { STRIPE_API_URL: gateway.url })).not.toContain(order.id);
  gateway.account.settleRefund(id);
  await sendAll();
  await expectAllHandled();
  expect(await totals()).toMatchObject({ captured: 7_000, refunded: 4_000 });
  expect(await kindsOf(order, own.pool)).toEqual(['authorization', 'cancellation', 'capture', 'refund']);
});

it('forged, old and future signatures are 401', async () => {
  gateway.account.confirm(intent, { payment_method: 'pm_card_visa' });
  const [event] = gateway.events.slice(-1);
  if (!event) throw new Error('no event');
  const now = Math.floor(Date.now() / 1000);
  for (const [secret, at] of [
    ['whsec_other', now],
    [SECRET, now - 400],
    [SECRET, now + 400],
  ] as const) {
    const { body, signature } = gateway.signed(event, secret, at);
    const headers = { 'stripe-signature': signature };
    expect((await call('POST', HOOKS.method(), { headers, body, server: server.url })).status).toBe(401);
  }
  expect(await totalsOf(order, own.pool)).toEqual([]);
});
