import { anOrder, asGuest, call, sessionsPath, type Json, type Reply } from '../../support/http';
import { medusaIdOf, spreeIdOf } from '../../support/ids';
import type { Fault } from '../../support/stripe/faults';
import type { Charge } from '../../support/stripe/objects';
import { expectQuiet } from '../../support/stripe/quiet';
import { SECRET_KEY } from '../../support/stripe/stand-in';
import { stripeWorld, type StripeWorld } from '../../support/stripe/world';
import type { OrderMade, StoreMade } from '../../support/tandem';

// The connection to Stripe fails in every way: repeating the request has one effect on both sides.

let world: StripeWorld;
let own: StripeWorld['own'];
let gateway: StripeWorld['gateway'];
let server: StripeWorld['server'];
let store: StoreMade;
let order: OrderMade;
let method: string;

beforeAll(async () => {
  world = await stripeWorld({ STRIPE_SECRET_KEY: SECRET_KEY });
  ({ own, gateway, server, store } = world);
  method = await aMethod();
});
beforeEach(async () => {
  gateway.faults.clear();
  order = await anOrder(store, {}, server.url);
});
afterEach(() => expectQuiet(own.pool, order));
afterAll(() => world.close());

const aMethod = (preferences: Json = {}): Promise<string> =>
  world.method(preferences, { auto_capture: false });

const staff = (verb: string, path: string, body?: Json, key?: string): Promise<Reply> =>
  call(verb, `/api/v3/admin${path}`, {
    headers: { 'x-spree-api-key': store.secret_key, ...(key !== undefined && { 'idempotency-key': key }) },
    body,
    server: server.url,
  });
const shop = (verb: string, path: string, body: Json = {}, key?: string): Promise<Reply> =>
  call(verb, path, { headers: asGuest(store, order, key), body, server: server.url });
const open = (key?: string, of = method): Promise<Reply> =>
  shop('POST', sessionsPath(order), { payment_method_id: of }, key);
const complete = ({ id }: Json, key?: string): Promise<Reply> =>
  shop('PATCH', sessionsPath(order, `/${id as string}/complete`), {}, key);

/** An order with an authorized payment at Stripe. */
async function locked(): Promise<{ payment: string; charge: Charge }> {
  const { body: session } = await open();
  const id = session.external_id as string;
  gateway.account.confirm(id, { payment_method: 'pm_card_visa' });
  const { payment } = (await complete(session)).body;
  return { payment: payment.id as string, charge: gateway.account.chargeOf(gateway.account.intent(id)) };
}

const capture = (payment: string, key?: string): Promise<Reply> =>
  staff('PATCH', `/orders/${order.id}/payments/${payment}/capture`, {}, key);
const refund = (payment: string, key?: string): Promise<Reply> =>
  staff('POST', `/orders/${order.id}/refunds`, { payment_id: payment, amount: '10' }, key);

/** Stripe's client retries a reset connection once, so each case has two. */
const FAULTS: readonly (readonly [string, readonly Fault[]])[] = [
  ['cut before it is heard', [{ does: 'cut before' }, { does: 'cut before' }]],
  ['done, and the answer cut off', [{ does: 'cut after' }, { does: 'cut after' }]],
  ['409 before', [{ does: 'answer before', status: 409 }]],
  ['429 before', [{ does: 'answer before', status: 429 }]],
  ['500 before', [{ does: 'answer before', status: 500 }]],
  ['500 after', [{ does: 'answer after', status: 500 }]],
  ['an empty 200', [{ does: 'empty answer' }]],
  ['a truncated 200', [{ does: 'truncated answer' }, { does: 'truncated answer' }]],
  ['a page of HTML', [{ does: 'no json' }]],
];

it.each(FAULTS)(
  '%s: a session, capture and refund repeated with the same request happen once',
  async (name, faults) => {
    const fail = (route: RegExp): void => gateway.faults.add(...faults.map((fault) => ({ fault, route })));
    const before = gateway.account.intents.size;
    fail(/^POST .*payment_intents$/);
    expect((await open(`open ${name}`)).status).toBe(503);
    expect((await open(`open ${name}`)).status).toBe(201);
    expect(gateway.account.intents.size - before).toBe(1);

    gateway.faults.clear();
    const { payment, charge } = await locked();
    fail(/capture$/);
    expect((await capture(payment, `capture ${name}`)).status).toBe(503);
    expect((await capture(payment, `capture ${name}`)).status).toBe(200);
    expect(charge.amount_captured).toBe(11_000);

    fail(/refunds$/);
    expect((await refund(payment, `refund ${name}`)).status).toBe(503);
    expect((await refund(payment, `refund ${name}`)).status).toBe(201);
    expect(charge.amount_refunded).toBe(1000);
  },
);

/** A captured payment with a refund of 10.00 whose response is lost and that no worker looks up meanwhile. */
async function refundWithLostResponse(key: string, more: Json = {}): Promise<Charge & { payment: string }> {
  const { payment, charge } = await locked();
  await capture(payment);
  const lost: Fault = { does: 'cut after' };
  gateway.faults.add({ fault: lost, route: /refunds$/ }, { fault: lost, route: /refunds$/ });
  expect((await refundOf(payment, { amount: '10', ...more }, key)).status).toBe(503);
  gateway.faults.clear();
  return Object.assign(charge, { payment });
}

const refundOf = (payment: string, body: Json, key: string): Promise<Reply> =>
  staff('POST', `/orders/${order.id}/refunds`, { payment_id: payment, ...body }, key);

it('while a refund’s outcome is unknown, its key cannot be used for another request', async () => {
  const charge = await refundWithLostResponse('unknown');
  const other = await refundOf(charge.payment, { amount: '30' }, 'unknown');
  expect([other.status, other.body.error.code]).toEqual([422, 'idempotency_key_reused']);
  expect((await refundOf(charge.payment, { amount: '10' }, 'unknown')).status).toBe(201);
  expect(charge.amount_refunded).toBe(1000);
});

it('a refund whose reason is deleted while its outcome is unknown is found by its key', async () => {
  const [reason] = (
    await own.pool.query<{ id: string }>(
      `SELECT r.id FROM refund_reasons r JOIN api_keys k ON k.store_id = r.store_id WHERE k.token = $1`,
      [store.publishable_key],
    )
  ).rows;
  const more = { refund_reason_id: spreeIdOf('rr', medusaIdOf('refr', reason?.id ?? '')) };
  const charge = await refundWithLostResponse('removed', more);
  await own.pool.query(`UPDATE refund_reasons SET deleted_at = now() WHERE id = $1`, [reason?.id]);
  const retry = await refundOf(charge.payment, { amount: '10', ...more }, 'removed');
  await own.pool.query(`UPDATE refund_reasons SET deleted_at = NULL WHERE id = $1`, [reason?.id]);
  expect([retry.status, retry.body.amount]).toEqual([201, '10.0']);
  expect(charge.amount_refunded).toBe(1000);
});

it('two concurrent refunds with one key are one refund, with two keys two', async () => {
  const { payment, charge } = await locked();
  await capture(payment);
  await Promise.all([refund(payment, 'one'), refund(payment, 'one'), refund(payment, 'two')]);
  expect(charge.amount_refunded).toBe(2000);
});

it('a second capture is refused if Stripe allows one, and captures nothing', async () => {
  const { payment, charge } = await locked();
  const part = (key: string): Promise<Reply> =>
    staff('PATCH', `/orders/${order.id}/payments/${payment}/capture`, { amount: '40' }, key);
  expect((await part('first')).status).toBe(200);
  expect((await part('second')).status).toBe(422);
  expect(charge.amount_captured).toBe(4000);
});

it('a new amount is sent to Stripe before the intent can be paid', async () => {
  const { body: session } = await open();
  const path = sessionsPath(order, `/${session.id as string}`);
  expect((await shop('PATCH', path, { amount: '60' })).status).toBe(200);
  const id = session.external_id as string;
  expect(gateway.account.intent(id).amount).toBe(6000);
  gateway.account.confirm(id, { payment_method: 'pm_card_visa' });
  expect((await complete(session)).body.payment.amount).toBe('60.0');
});

it('the first session with a revoked key is refused, and the key is not shown', async () => {
  const wrong = await aMethod({ secret_key: SECRET_KEY });
  gateway.revoked.add(SECRET_KEY);
  const refused = await open(undefined, wrong);
  gateway.revoked.clear();
  expect([refused.status, refused.text]).toEqual([422, expect.stringMatching(/credentials/)]);
  expect(refused.text).not.toContain('sk_test');
});

it('a revoked key leaves a capture’s outcome unknown, and a valid key completes it', async () => {
  method = await aMethod({ secret_key: SECRET_KEY });
  const { payment, charge } = await locked();
  gateway.revoked.add(SECRET_KEY);
  expect((await capture(payment, 'later')).status).toBe(503);
  gateway.revoked.clear();
  expect((await capture(payment, 'later')).status).toBe(200);
  expect(charge.amount_captured).toBe(11_000);
});
