import { kindsOf, stateOf, totalsOf } from '../support/event-gateway';
import type { Reply } from '../support/http';
import { uuidOf } from '../support/ids';
import { expectInvariantsIn } from '../support/invariants';
import { refundedAmount } from '../support/stripe/refunds';
import { StripeShop } from '../support/stripe/shop';
import type { OrderMade } from '../support/tandem';
import { until } from '../support/target-server';

// Bugs by which other payment servers lost money, tried on two of our servers with the fake Stripe. docs/bugs-elsewhere.md
// lists the classes of bugs, and the tests of the other classes.

let shop: StripeShop;
let order: OrderMade;

beforeAll(async () => {
  shop = await StripeShop.open();
});
beforeEach(async () => {
  order = await shop.order();
  shop.gateway.requests.length = 0;
});
afterEach(async () => {
  shop.gateway.faults.clear();
  await shop.awaitEvents();
  await expectInvariantsIn(shop.own.pool, order);
});
afterAll(() => shop.close());

const totals = () => totalsOf(order, shop.own.pool);
const kinds = () => kindsOf(order, shop.own.pool);
const statuses = (replies: readonly Reply[]): number[] => replies.map(({ status }) => status).sort();
const keysOf = (route: RegExp) => new Set(shop.requested(route).map(({ key }) => key));

/** The order's state, and when its placement was requested. */
async function placement(): Promise<unknown[]> {
  const { rows } = await shop.own.pool.query<{ state: string; requested: Date | null }>(
    'SELECT state, placement_requested_at AS requested FROM orders WHERE id = $1',
    [uuidOf(order.id)],
  );
  return rows.flatMap(({ state, requested }) => [state, requested]);
}

/** An intent's captured and refunded amounts at Stripe. */
function atStripe(intent: string): { captured: number; refunded: number } {
  const { account } = shop.gateway;
  const charge = account.chargeOf(account.intent(intent));
  return { captured: charge.amount_captured, refunded: refundedAmount(account, charge) };
}

/** Pays the order by automatic capture, in full. */
const captured = () => shop.paid(order, { payment_method_id: shop.takes });

describe('the shopper’s return and Stripe’s events at the same moment', () => {
  it.each([1, 2, 3, 4, 5])('one payment, one order, and nothing is undone (%i)', async () => {
    const session = await shop.session(order, { payment_method_id: shop.takes });
    shop.shopperPays(session);
    const replies = await Promise.all([
      shop.complete(order, session),
      shop.complete(order, session, { server: 1 }),
      shop.sendEvents(),
      shop.complete(order, session, { key: 'another key', server: 1 }),
    ]);
    const completed = replies.filter((reply) => reply !== undefined);
    expect(completed.map(({ status, body }) => [status, body.status])).toEqual(
      Array(3).fill([200, 'completed']),
    );
    await shop.awaitEvents();
    expect(await totals()).toEqual([{ authorized: 11_000, captured: 11_000, refunded: 0, canceled: 0 }]);
    expect([await stateOf(order, shop.own.pool), await kinds()]).toEqual([
      'completed',
      ['authorization', 'capture'],
    ]);
    expect(shop.requested(/refunds$|cancel$/)).toEqual([]);
  });

  it('a capture and its own event: captured once, and both succeed', async () => {
    const { payment, intent } = await shop.paid(order);
    const capturing = shop.capture(order, payment);
    await until(() => shop.gateway.account.intent(intent).status === 'succeeded', 5000);
    const [captured] = await Promise.all([capturing, shop.sendEvents()]);
    expect(captured.status).toBe(200);
    await shop.awaitEvents();
    expect(await kinds()).toEqual(['authorization', 'capture']);
    expect(atStripe(intent)).toEqual({ captured: 11_000, refunded: 0 });
  });

  it('an event about a capture whose response was lost settles it, and the retry succeeds', async () => {
    const { payment, intent } = await shop.paid(order);
    shop.gateway.faults.add({ fault: { does: 'answer after', status: 500 }, route: /capture$/ });
    expect((await shop.capture(order, payment, { key: `capture ${order.id}` })).status).toBe(503);
    await shop.sendEvents();
    await shop.awaitEvents();
    expect((await shop.capture(order, payment, { key: `capture ${order.id}`, server: 1 })).status).toBe(200);
    expect(await kinds()).toEqual(['authorization', 'capture']);
    expect(atStripe(intent).captured).toBe(11_000);
  });
});

describe('a call without a clear response', () => {
  it('is sent again with its first key, also by another server and without a client’s key', async () => {
    const { payment, intent } = await shop.paid(order);
    const fault = { fault: { does: 'answer after', status: 500 }, route: /capture$/ } as const;
    shop.gateway.faults.add(fault, fault);
    expect((await shop.capture(order, payment)).status).toBe(503);
    const again = await Promise.all([
      shop.capture(order, payment),
      shop.capture(order, payment, { server: 1 }),
    ]);
    expect(again.every(({ status }) => status !== 500)).toBe(true);
    await until(async () => (await totals())[0]?.captured === 11_000, 20_000);
    expect(keysOf(/capture$/).size).toBe(1);
    expect(await kinds()).toEqual(['authorization', 'capture']);
    expect(atStripe(intent).captured).toBe(11_000);
  });

  it('that is a capture of an open order: the look-up places the order', async () => {
    const { payment } = await shop.paid(order);
    expect(await placement()).toEqual(['open', null]);
    shop.gateway.faults.add({ fault: { does: 'answer after', status: 500 }, route: /capture$/ });
    expect((await shop.capture(order, payment)).status).toBe(503);
    expect(await placement()).toEqual(['open', null]);
    await shop.own.pool.query('UPDATE provider_operations SET lease_until = now() WHERE order_id = $1', [
      uuidOf(order.id),
    ]);
    await until(async () => (await totals())[0]?.captured === 11_000, 20_000);
    expect(await placement()).toEqual(['completed', null]);
  });

  it('that is a refund is sent with one key and refunded once', async () => {
    const { payment, intent } = await captured();
    const fault = { fault: { does: 'answer after', status: 500 }, route: /refunds$/ } as const;
    shop.gateway.faults.add(fault, fault);
    const refund = (server: number) =>
      shop.refund(order, payment, '30', { key: `refund ${order.id}`, server });
    expect((await refund(0)).status).toBe(503);
    await until(async () => (await refund(1)).status === 201, 20_000);
    expect(keysOf(/refunds$/).size).toBe(1);
    expect(atStripe(intent)).toEqual({ captured: 11_000, refunded: 3_000 });
  });
});

it('a second refund while the first is at Stripe is refused, and Stripe is not called', async () => {
  const { payment, intent } = await captured();
  shop.gateway.faults.add({ fault: { does: 'wait', ms: 1000 }, route: /refunds$/ });
  const first = shop.refund(order, payment, '70');
  await until(() => shop.requested(/refunds$/).length === 1, 5000);
  expect((await shop.refund(order, payment, '70', { server: 1 })).status).toBe(422);
  expect([(await first).status, shop.requested(/refunds$/).length]).toEqual([201, 1]);
  expect(atStripe(intent).refunded).toBe(7_000);
});

it('two tabs pay one order: it is paid once, and the other authorization is released', async () => {
  const sessions = [await shop.session(order), await shop.session(order)];
  sessions.forEach((session) => shop.shopperPays(session));
  const replies = await Promise.all(
    sessions.map((session, server) => shop.complete(order, session, { server })),
  );
  expect(statuses(replies)).toEqual([200, 422]);
  await shop.sendEvents();
  await shop.awaitEvents();
  expect([await stateOf(order, shop.own.pool), await kinds()]).toEqual(['completed', ['authorization']]);
  const intents = sessions.map(({ external_id }) => shop.gateway.account.intent(external_id as string));
  await until(() => intents.some(({ status }) => status === 'canceled'), 20_000);
  expect(intents.map(({ status }) => status).sort()).toEqual(['canceled', 'requires_capture']);
});

it('two tabs that Stripe charged: the order is paid once, and the other charge needs manual review, with its reason', async () => {
  const how = { payment_method_id: shop.takes };
  const sessions = [await shop.session(order, how), await shop.session(order, how)];
  sessions.forEach((session) => shop.shopperPays(session));
  await Promise.all(sessions.map((session, server) => shop.complete(order, session, { server })));
  await shop.sendEvents();
  await shop.awaitEvents();
  expect(await totals()).toEqual([{ authorized: 11_000, captured: 11_000, refunded: 0, canceled: 0 }]);
  // Nothing is refunded automatically: it is shown for manual review, with the reason.
  const parked = (await shop.staff('GET', '/payment_events?state=failed')).body.data as { reason: string }[];
  expect(new Set(parked.map(({ reason }) => reason))).toEqual(
    new Set([expect.stringMatching(/^The gateway holds money for a session that is canceled here/)]),
  );
  expect(sessions.map(({ external_id }) => atStripe(external_id as string))).toEqual(
    Array(2).fill({ captured: 11_000, refunded: 0 }),
  );
});

it('a second tab cannot pay once the order is placed', async () => {
  const [paid, second] = [await shop.session(order), await shop.session(order)];
  shop.shopperPays(paid);
  await shop.complete(order, paid);
  await shop.sendEvents();
  await until(() => shop.gateway.account.intent(second.external_id as string).status === 'canceled', 20_000);
  expect(() => shop.shopperPays(second)).toThrow(/could not be confirmed/);
});

it('canceling an order paid by two cards refunds each card once, no more than it paid', async () => {
  const how = { payment_method_id: shop.takes };
  const paid = [await shop.paid(order, { ...how, amount: '60' }), await shop.paid(order, how)];
  const cancel = (server: number) => shop.staff('PATCH', `/orders/${order.id}/cancel`, { server });
  await Promise.all([cancel(0), cancel(1), cancel(0)]);
  await until(async () => (await totals()).every(({ refunded, captured }) => refunded === captured), 20_000);
  expect(paid.map(({ intent }) => atStripe(intent))).toEqual([
    { captured: 6_000, refunded: 6_000 },
    { captured: 5_000, refunded: 5_000 },
  ]);
  expect((await kinds()).filter((kind) => kind === 'refund')).toHaveLength(2);
});

describe('a transaction with serialization failures', () => {
  /** The first `times` inserts into the table fail with a serialization error; the sequence survives the rollback. */
  async function conflicts(table: string, times: number): Promise<void> {
    await shop.own.pool.query(`CREATE SEQUENCE conflicts`);
    await shop.own.pool.query(
      `CREATE FUNCTION conflict() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
         IF nextval('conflicts') <= ${times} THEN RAISE EXCEPTION 'run it again' USING ERRCODE = '40001'; END IF;
         RETURN NEW; END $$`,
    );
    await shop.own.pool.query(
      `CREATE TRIGGER conflict BEFORE INSERT ON ${table} FOR EACH ROW EXECUTE FUNCTION conflict()`,
    );
  }
  afterEach(async () => {
    await shop.own.pool.query('DROP FUNCTION conflict() CASCADE');
    await shop.own.pool.query('DROP SEQUENCE conflicts');
  });

  it.each(['provider_operations', 'ledger_entries'])(
    'during a refund (%s) calls Stripe once',
    async (table) => {
      const { payment, intent } = await captured();
      await conflicts(table, 3);
      expect((await shop.refund(order, payment, '30')).status).toBe(201);
      expect(shop.requested(/refunds$/)).toHaveLength(1);
      expect(atStripe(intent).refunded).toBe(3_000);
    },
  );

  it('beyond the server’s retries: the client’s retry has the same key, and refunds once', async () => {
    const { payment, intent } = await captured();
    await conflicts('ledger_entries', 5);
    const tooOften = await shop.refund(order, payment, '30', { key: `refund ${order.id}` });
    expect([tooOften.status, tooOften.headers.get('retry-after')]).toEqual([503, '1']);
    await until(
      async () => (await shop.refund(order, payment, '30', { key: `refund ${order.id}` })).status === 201,
      20_000,
    );
    expect(keysOf(/refunds$/).size).toBe(1);
    expect(atStripe(intent).refunded).toBe(3_000);
  });

  it('a completion that cannot be stored is not undone at Stripe: the event completes it', async () => {
    const session = await shop.session(order, { payment_method_id: shop.takes });
    shop.shopperPays(session);
    await conflicts('payments', 5);
    expect((await shop.complete(order, session)).status).toBe(503);
    await shop.sendEvents();
    await shop.awaitEvents();
    await until(async () => (await stateOf(order, shop.own.pool)) === 'completed', 20_000);
    expect(await totals()).toEqual([{ authorized: 11_000, captured: 11_000, refunded: 0, canceled: 0 }]);
    expect(shop.requested(/refunds$|cancel$/)).toEqual([]);
  });
});

describe('a read-only database', () => {
  /** Like a standby: its data may be old, and it accepts no writes. */
  async function readOnly(on: boolean): Promise<void> {
    const { rows } = await shop.own.pool.query<{ name: string }>('SELECT current_database() AS name');
    const name = rows[0]?.name ?? '';
    const set = on ? 'SET default_transaction_read_only = on' : 'RESET default_transaction_read_only';
    await shop.own.pool.query(`BEGIN READ WRITE; ALTER DATABASE ${name} ${set}; COMMIT`);
    await shop.own.pool.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND pid <> pg_backend_pid()`,
      [name],
    );
  }

  it('moves no money: neither a request nor a worker calls Stripe', async () => {
    const { payment } = await captured();
    const abandoned = await shop.session(await shop.order());
    await readOnly(true);
    // Abandoned meanwhile: a worker must cancel it.
    await shop.own.pool.query(
      `BEGIN READ WRITE; UPDATE payment_sessions SET state = 'expired' WHERE external_id = '${abandoned.external_id as string}'; COMMIT`,
    );
    shop.gateway.requests.length = 0;
    const replies = [
      await shop.refund(order, payment, '30', { key: `standby ${order.id}` }),
      await shop.refund(order, payment, '30', { key: `standby ${order.id}`, server: 1 }),
      await shop.staff('PATCH', `/orders/${order.id}/cancel`),
    ];
    await new Promise((later) => setTimeout(later, 3000));
    expect(shop.gateway.requests).toEqual([]);
    await readOnly(false);
    expect(statuses(replies)).toEqual([503, 503, 503]);
    // Each closed connection is found only when it is used, and costs a 503.
    await until(
      async () => (await shop.refund(order, payment, '30', { key: `standby ${order.id}` })).status === 201,
      20_000,
    );
    await until(
      () => shop.gateway.account.intent(abandoned.external_id as string).status === 'canceled',
      20_000,
    );
  });
});

it('every request that changes something at Stripe has our own key', async () => {
  const { payment } = await shop.paid(order);
  await shop.capture(order, payment);
  await shop.refund(order, payment, '10');
  const other = await shop.order();
  const authorized = await shop.paid(other);
  await shop.staff('PATCH', `/orders/${other.id}/payments/${authorized.payment}/void`);
  const routes = shop.requested(/./);
  expect(routes.map(({ route }) => route.replace(/pi_\w+/, 'pi')).sort()).toEqual([
    'POST /v1/payment_intents',
    'POST /v1/payment_intents',
    'POST /v1/payment_intents/pi/cancel',
    'POST /v1/payment_intents/pi/capture',
    'POST /v1/refunds',
  ]);
  expect(new Set(routes.map(({ key }) => key)).size).toBe(5);
  // Stripe's client generates a key if it is given none.
  expect(routes.filter(({ key = 'stripe-node' }) => key.startsWith('stripe-node'))).toEqual([]);
});
