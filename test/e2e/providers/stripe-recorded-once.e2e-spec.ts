import { setTimeout as pause } from 'node:timers/promises';
import { kindsOf, totalsOf } from '../../support/event-gateway';
import { anOrder, asGuest, call, sessionsPath, type Json, type Reply } from '../../support/http';
import { uuidOf } from '../../support/ids';
import { asStaff } from '../../support/spree';
import type { Charge } from '../../support/stripe/objects';
import { expectQuiet } from '../../support/stripe/quiet';
import { SECRET_KEY, type StripeEvent } from '../../support/stripe/stand-in';
import { stripeWorld, type StripeWorld } from '../../support/stripe/world';
import type { OrderMade, StoreMade } from '../../support/tandem';
import { until } from '../../support/target-server';

// Cases that could lose or double-count money: expired idempotency keys at Stripe, events out of order, intents paid late.

const SECRET = 'whsec_money';

let world: StripeWorld;
let own: StripeWorld['own'];
let gateway: StripeWorld['gateway'];
let server: StripeWorld['server'];
let store: StoreMade;
let method: string;
let order: OrderMade;

beforeAll(async () => {
  world = await stripeWorld();
  ({ own, gateway, server, store } = world);
  method = await aMethod(false);
});
beforeEach(async () => {
  gateway.faults.clear();
  gateway.events.length = 0;
  order = await anOrder(store, {}, server.url);
});
afterEach(() => expectQuiet(own.pool, order));
afterAll(() => world.close());

const aMethod = (auto_capture: boolean): Promise<string> =>
  world.method({ secret_key: SECRET_KEY, webhook_secret: SECRET }, { auto_capture });

const staff = (verb: string, path: string, body: Json, key: string): Promise<Reply> =>
  call(verb, `/api/v3/admin/orders/${order.id}${path}`, {
    headers: { 'x-spree-api-key': store.secret_key, 'idempotency-key': key },
    body,
    server: server.url,
  });
const shop = (verb: string, path: string, body?: Json, key?: string): Promise<Reply> =>
  call(verb, sessionsPath(order, path), { headers: asGuest(store, order, key), body, server: server.url });
const open = async (of = method): Promise<Json> => (await shop('POST', '', { payment_method_id: of })).body;
const complete = ({ id }: Json): Promise<Reply> => shop('PATCH', `/${id as string}/complete`, {});
const capture = (payment: string, amount: string, key: string): Promise<Reply> =>
  staff('PATCH', `/payments/${payment}/capture`, { amount }, key);
const refund = (payment: string, key: string): Promise<Reply> =>
  staff('POST', '/refunds', { payment_id: payment, amount: '10' }, key);

function pay({ external_id: id }: Json): Charge {
  gateway.account.confirm(id, { payment_method: 'pm_card_visa' });
  return gateway.account.chargeOf(gateway.account.intent(id));
}

async function paid(of = method): Promise<{ payment: string; charge: Charge }> {
  const session = await open(of);
  const charge = pay(session);
  return { charge, payment: (await complete(session)).body.payment.id as string };
}

const breaks = (route: RegExp, when: 'answer before' | 'answer after'): void =>
  gateway.faults.add({ fault: { does: when, status: 500 }, route });

function send(event: StripeEvent): Promise<Reply> {
  const { body, signature } = gateway.signed(event, SECRET);
  const path = `/api/v3/webhooks/payments/${method}`;
  return call('POST', path, { headers: { 'stripe-signature': signature }, body, server: server.url });
}

/** Sends the newest event of a type with a new id; returns its result. */
async function report(type: string): Promise<string> {
  const said = gateway.events.filter((event) => event.type === type).pop();
  if (!said) throw new Error(`no event ${type}`);
  const id = `${said['id']}_${Math.random()}`;
  await send({ ...said, id });
  let state = 'received';
  await until(async () => {
    const { rows } = await own.pool.query(`SELECT state, reason FROM webhook_events WHERE event_id = $1`, [
      id,
    ]);
    state = rows[0].state as string;
    return state !== 'received' || rows[0].reason !== null;
  }, 15_000);
  return state;
}

const totals = async (): Promise<Json> => (await totalsOf(order, own.pool))[0] ?? {};

/** Makes an operation look as if it had begun long ago; no worker looks it up meanwhile. */
const begunLongAgo = (verb: string, leased: string): Promise<unknown> =>
  own.pool.query(
    `UPDATE provider_operations SET created_at = created_at - interval '25 hours', sent_at = sent_at - interval '25 hours',
       lease_until = now() + $3::interval WHERE order_id = $1 AND verb = $2 AND state = 'requested'`,
    [uuidOf(order.id), verb, leased],
  );

describe('a request repeated after its key has expired at Stripe', () => {
  it.each(['answer after', 'answer before'] as const)('refunds once: %s', async (when) => {
    const { payment, charge } = await paid(await aMethod(true));
    breaks(/refunds$/, when);
    expect((await refund(payment, `late ${when}`)).status).toBe(503);
    await begunLongAgo('refund', '10 minutes');
    gateway.keys.forget();
    expect((await refund(payment, `late ${when}`)).status).toBe(201);
    expect(charge.amount_refunded).toBe(1000);
    expect(await totals()).toMatchObject({ refunded: 1000 });
  });

  it('refunds and records once, while the operation is being abandoned', async () => {
    const { payment, charge } = await paid(await aMethod(true));
    breaks(/refunds$/, 'answer before');
    expect((await refund(payment, 'just in time')).status).toBe(503);
    gateway.faults.add(
      { fault: { does: 'wait', ms: 4000 }, route: /^GET .*refunds$/ },
      { fault: { does: 'wait', ms: 4500 }, route: /^POST .*refunds$/ },
    );
    await begunLongAgo('refund', '-1 second');
    // The resolver looks the refund up and finds nothing, although it was just sent.
    await pause(1500);
    expect((await refund(payment, 'just in time')).status).toBe(201);
    expect([charge.amount_refunded, await totals()]).toMatchObject([1000, { refunded: 1000 }]);
  });

  it('changes an amount on both sides', async () => {
    const session = await open();
    breaks(/payment_intents\/[^/]+$/, 'answer after');
    expect((await shop('PATCH', `/${session.id}`, { amount: '60' })).status).toBe(503);
    await begunLongAgo('update_session', '-1 second');
    await until(async () => (await shop('GET', `/${session.id}`)).body.amount === '60.0', 15_000);
    pay(session);
    expect((await complete(session)).body).toMatchObject({
      status: 'completed',
      payment: { amount: '60.0' },
    });
  });
});

it('of two equal captures, the one made at Stripe is recorded once', async () => {
  const { payment, charge } = await paid();
  breaks(/capture$/, 'answer before');
  expect((await capture(payment, '50', 'never heard')).status).toBe(503);
  breaks(/capture$/, 'answer after');
  expect((await capture(payment, '50', 'heard')).status).toBe(503);
  expect(await report('charge.captured')).toBe('handled');
  expect((await capture(payment, '50', 'heard')).status).toBe(200);
  expect((await capture(payment, '50', 'never heard')).status).toBe(422);
  expect([charge.amount_captured, await totals()]).toMatchObject([5000, { captured: 5000 }]);
  // The rest was released twice: with the capture, and when the other capture released its reservation.
  expect(await kindsOf(order, own.pool)).toEqual([
    'authorization',
    'cancellation',
    'cancellation',
    'capture',
  ]);
});

describe('a failed refund with an event that was created before it failed', () => {
  const failedAndThenPending = async (): Promise<void> => {
    const last = [...gateway.account.refunds.values()].pop();
    if (!last) throw new Error('no refund');
    gateway.account.failRefund(last.id);
    expect(await report('refund.failed')).toBe('handled');
    for (const status of ['pending', 'succeeded']) {
      Object.assign(last, { status });
      expect(await report('refund.created')).toBe('handled');
    }
    expect(await totals()).toMatchObject({ refunded: 0 });
  };

  it('created by Tandem, with a lost response', async () => {
    const { payment } = await paid(await aMethod(true));
    breaks(/refunds$/, 'answer after');
    expect((await refund(payment, 'fails late')).status).toBe(503);
    await failedAndThenPending();
    expect((await refund(payment, 'fails late')).status).toBe(422);
    expect(await kindsOf(order, own.pool)).toEqual(['authorization', 'capture']);
  });

  it('created in the Dashboard', async () => {
    const session = await open(await aMethod(true));
    pay(session);
    await complete(session);
    gateway.account.refund({ payment_intent: session.external_id, amount: '1000' });
    await failedAndThenPending();
    const { data } = await asStaff(store, 'GET', `/orders/${order.id}/refunds`, undefined, server.url);
    expect(data).toMatchObject([{ amount: '10.0', state: 'failed' }]);
  });
});

const differences = async (): Promise<Json[]> => {
  const { differences: found } = JSON.parse(
    await own.tandem(['reconcile', '--json'], { STRIPE_API_URL: gateway.url }),
  );
  return found.filter(({ order_id }: Json) => order_id === order.id);
};

it('a change while reconcile reads the gateway is not reported as a difference', async () => {
  const { payment } = await paid(await aMethod(true));
  // This payment is the newest, so its refunds are read last: the first of them exists by then. Refunds of payments that were
  // never captured are not read.
  const others = (await own.pool.query(`SELECT id FROM payments WHERE captured > 0`)).rows.length - 1;
  gateway.faults.add(
    ...Array.from({ length: others }, () => ({
      fault: { does: 'wait', ms: 0 } as const,
      route: /^GET .*refunds$/,
    })),
    { fault: { does: 'wait', ms: 5000 }, route: /^GET .*refunds$/ },
  );
  const found = differences();
  await until(() => gateway.faults.left === 0, 30_000);
  expect((await refund(payment, 'meanwhile')).status).toBe(201);
  expect(await found).toEqual([]);
  expect(await differences()).toEqual([]);
});

describe('money for an abandoned session', () => {
  const cancellations = (): Promise<boolean> =>
    own.pool
      .query(
        `SELECT id FROM provider_operations WHERE order_id = $1 AND verb = 'cancel_session' AND state = 'declined'`,
        [uuidOf(order.id)],
      )
      .then(({ rows }) => rows.length > 0);
  it('captured without an event is reported by reconcile until it is refunded', async () => {
    const session = await open(await aMethod(true));
    const charge = pay(session);
    await own.pool.query(`UPDATE payment_sessions SET state = 'expired', close_after = now() WHERE id = $1`, [
      uuidOf(session.id as string),
    ]);
    await until(cancellations, 20_000);
    expect(await differences()).toMatchObject([
      {
        between: 'session and gateway',
        what: 'captured',
        ours: '0',
        theirs: '11000',
        session_id: session.id,
        payment_id: null,
      },
    ]);
    const line = await own.tandem(['reconcile'], { STRIPE_API_URL: gateway.url });
    expect(line).toContain(
      `${session.id as string} (pp_stripe_stripe): session and gateway: captured is 0 here, 11000 there`,
    );
    expect(await report('payment_intent.succeeded')).toBe('failed');
    gateway.account.refund({ payment_intent: session.external_id });
    expect([charge.amount_refunded, await differences()]).toEqual([11_000, []]);
  });
});

it('a payment that takes days is looked up less and less often, and at once when the shopper completes it', async () => {
  const session = await open();
  gateway.account.confirm(session.external_id, { payment_method: 'pm_slow' });
  expect((await complete(session)).body.status).toBe('processing');
  await begunLongAgo('authorize', '-1 second');
  await until(async () => {
    const { rows } = await own.pool.query(
      `SELECT id FROM provider_operations WHERE order_id = $1 AND lease_until > now() + interval '4 minutes'`,
      [uuidOf(order.id)],
    );
    return rows.length === 1;
  }, 15_000);
  gateway.account.resolve(session.external_id as string, true);
  const requested = Date.now();
  expect((await complete(session)).body.status).toBe('completed');
  expect(Date.now() - requested).toBeLessThan(5000);
});

it('what only staff can fix is logged: an invalid key, a rate limit', async () => {
  gateway.revoked.add(SECRET_KEY);
  expect((await shop('POST', '', { payment_method_id: method })).status).toBe(422);
  gateway.revoked.clear();
  gateway.faults.add({ fault: { does: 'answer before', status: 429 } });
  expect((await shop('POST', '', { payment_method_id: method })).status).toBe(503);
  const log = server.output();
  expect(log).toMatch(/pp_stripe_stripe create_session .*refused \(.*credentials\)/);
  expect(log).toMatch(/pp_stripe_stripe create_session .*outcome unknown \(rate limited/);
  expect(log).not.toMatch(/sk_test|_secret_/);
});
