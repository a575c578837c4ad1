import {
  anOrder,
  asAdmin,
  asGuest,
  asOrderSystem,
  asShopper,
  call,
  cartIdOf,
  methodOf,
  type Json,
  type Reply,
} from '../../support/http';
import { medusaIdOf, spreeIdOf, uuidOf } from '../../support/ids';
import { expectInvariants } from '../../support/invariants';
import { aMedusaVariant } from '../../support/medusa';
import { asStaff, aVariant } from '../../support/spree';
import { anotherServer, aStore, database, tandem, type StoreMade } from '../../support/tandem';
import type { Server } from '../../support/server-process';
import { until } from '../../support/target-server';

// A covered order is placed exactly once (libs/core/checkout/src/place-order/placement-rule.ts): in both dialects, for carts and
// for orders created through the admin API, whichever request, event or worker finds it covered, and however often.

let store: StoreMade;
let variant: string;
let medusaVariant: string;

beforeAll(async () => {
  store = await aStore();
  [variant, medusaVariant] = [await aVariant(store), await aMedusaVariant(store)];
  // Nothing listens at this URL: with an endpoint, the outbox writes the events that the tests count.
  await asStaff(store, 'POST', '/webhook_endpoints', { url: 'http://127.0.0.1:9/' });
});

interface Made {
  /** Spree's id. */
  readonly id: string;
  readonly token: string;
}

const cartOf = async (dialect: 'S' | 'M', email: string | null = 'a@example.com'): Promise<Made> => {
  if (dialect === 'M') {
    const body = { email, items: [{ variant_id: medusaVariant, quantity: 2 }] };
    const { cart } = (await call('POST', '/store/carts', { headers: asShopper(store), body })).body;
    return { id: spreeIdOf('or', cart.id), token: '' };
  }
  const headers = { 'x-spree-api-key': store.publishable_key };
  const body = { items: [{ variant_id: variant, quantity: 2 }] };
  const cart = (await call('POST', '/api/v3/store/carts', { headers, body })).body;
  const made = { id: `or_${(cart.id as string).slice(5)}`, token: cart.token as string };
  if (email !== null) await spree('PATCH', made, '', { email });
  return made;
};

const spree = (
  method: string,
  made: Made,
  ...[rest, body = {}, server]: [string, Json?, string?]
): Promise<Reply> =>
  call(method, `/api/v3/store/orders/${made.id}${rest}`, { headers: asGuest(store, made), body, server });

const dataOf = (card: string): Json => (card === '' ? {} : { bogus_card: card });

/** Pays the total, or `amount`, with a card of the bogus gateway; completes the session in Spree's dialect, the cart in Medusa's. */
async function pay(dialect: 'S' | 'M', made: Made, card: string, amount?: string): Promise<Reply> {
  if (dialect === 'M') {
    const headers = asShopper(store);
    const cart_id = cartIdOf(made.id);
    await call('POST', '/store/payment-collections', { headers, body: { cart_id } });
    const sessions = `/store/payment-collections/${cartIdOf(made.id, 'pay_col')}/payment-sessions`;
    const body = { provider_id: 'pp_bogus_default', data: dataOf(card) };
    await call('POST', sessions, { headers, body });
    return call('POST', `/store/carts/${cart_id}/complete`, { headers });
  }
  const body = { payment_method_id: methodOf(store), external_data: dataOf(card), amount };
  const session = await spree('POST', made, '/payment_sessions', body);
  return spree('PATCH', made, `/payment_sessions/${session.body.id as string}/complete`);
}

const rowOf = async ({ id }: Made): Promise<Json> =>
  (await database().query('SELECT * FROM orders WHERE id = $1', [uuidOf(id)])).rows[0];
const stateOf = async (made: Made): Promise<string> => (await rowOf(made)).state as string;

const updateOrder = (made: Made, columns: string): Promise<unknown> =>
  database().query(`UPDATE orders SET ${columns} WHERE id = $1`, [uuidOf(made.id)]);

/** Ends the operation's lease, so that the look-up runs now. */
const lookUpNow = (made: Made): Promise<unknown> =>
  database().query(`UPDATE provider_operations SET lease_until = now() WHERE order_id = $1`, [
    uuidOf(made.id),
  ]);

async function expectPlacedOnce(made: Made): Promise<void> {
  await until(async () => (await stateOf(made)) === 'completed', 30_000);
  const { rows } = await database().query('SELECT type FROM events WHERE order_id = $1', [uuidOf(made.id)]);
  const reported = (type: string): number => rows.filter((row: Json) => row.type === type).length;
  expect([reported('order.completed'), reported('payment.authorized')]).toEqual([1, 1]);
  const row = await rowOf(made);
  expect([row.placement_requested_at, row.placement_due_at, row.placement_problem]).toEqual([
    null,
    null,
    null,
  ]);
  await expectInvariants({ id: made.id });
}

const unplaced = async (made: Made): Promise<Json> =>
  (await asStaff(store, 'GET', '/unplaced_orders?limit=100')).data.find(({ id }: Json) => id === made.id);

const MADE: [string, 'S' | 'M', () => Promise<Made>][] = [
  ['a Spree cart', 'S', () => cartOf('S')],
  ['an order of the admin API, in Spree', 'S', () => anOrder(store)],
  ['a Medusa cart', 'M', () => cartOf('M')],
  ['an order of the admin API, in Medusa', 'M', () => anOrder(store)],
];
const LATE = MADE.flatMap(([name, dialect, make]) =>
  (['processing', 'answer_lost'] as const).map((card) => [name, card, dialect, make] as const),
);

describe('if the shopper does not return, the late look-up places the order', () => {
  it.each(LATE)('%s, %s', async (_, card, dialect, make) => {
    const made = await make();
    const reply = await pay(dialect, made, card);
    expect([await stateOf(made), reply.body.type === 'order']).toEqual(['open', false]);
    await lookUpNow(made);
    await expectPlacedOnce(made);
  });

  let server: Server;
  beforeAll(async () => {
    server = await anotherServer();
  });
  afterAll(() => server.stop());

  it.each(LATE)('%s, %s: also if two servers look it up while the shopper retries', async (...row) => {
    const [, card, dialect, make] = row;
    const made = await make();
    await pay(dialect, made, card);
    await lookUpNow(made);
    const retry = (url?: string): Promise<Reply> =>
      dialect === 'M'
        ? call('POST', `/store/carts/${cartIdOf(made.id)}/complete`, {
            headers: asShopper(store),
            server: url,
          })
        : spree('PATCH', made, '/complete', {}, url);
    await Promise.all([retry(), retry(server.url), retry()]);
    await expectPlacedOnce(made);
  });
});

describe('a server killed between the payment and the placement', () => {
  it('has already stored the request to place the order (Medusa’s completion)', async () => {
    const made = await cartOf('M');
    await pay('M', made, 'answer_lost');
    expect((await rowOf(made)).placement_requested_at).not.toBeNull();
    await lookUpNow(made);
    await expectPlacedOnce(made);
  });

  it.each(MADE.slice(0, 2))('%s: the worker places what it left', async (_, dialect, make) => {
    const made = await make();
    await pay(dialect, made, '');
    expect(await stateOf(made)).toBe('open');
    await updateOrder(made, 'placement_requested_at = now(), placement_due_at = now()');
    await expectPlacedOnce(made);
  });

  it('a cart completed while its payment is in flight is placed later (Spree)', async () => {
    const made = await cartOf('S');
    await pay('S', made, 'processing');
    const early = await spree('PATCH', made, '/complete');
    expect([early.status, early.body.error.message]).toEqual([422, 'A payment is still being processed']);
    expect((await rowOf(made)).placement_requested_at).not.toBeNull();
    await lookUpNow(made);
    await expectPlacedOnce(made);
  });
});

describe('a payment or capture by staff places the order that it covers', () => {
  const ACTS: [string, (made: Made) => Promise<Reply>][] = [
    [
      'mark as paid (Medusa)',
      (made) =>
        call('POST', `/admin/payment-collections/${cartIdOf(made.id, 'pay_col')}/mark-as-paid`, {
          headers: asAdmin(store),
          body: { order_id: cartIdOf(made.id, 'order') },
        }),
    ],
    [
      'a payment by hand (Spree)',
      (made) =>
        call('POST', `/api/v3/admin/orders/${made.id}/payments`, {
          headers: asOrderSystem(store),
          body: { payment_method_id: methodOf(store, 'pp_system_default') },
        }),
    ],
  ];
  it.each(ACTS.flatMap(([name, act]) => MADE.map(([made, , make]) => [name, made, act, make] as const)))(
    '%s of %s',
    async (_, __, act, make) => {
      const made = await make();
      expect((await act(made)).status).toBeLessThan(300);
      expect(await stateOf(made)).toBe('completed');
      await expectPlacedOnce(made);
    },
  );

  const CAPTURES: [string, (payment: string, made: Made) => Promise<Reply>][] = [
    [
      'capture (Spree)',
      (payment, made) =>
        call('PATCH', `/api/v3/admin/orders/${made.id}/payments/${payment}/capture`, {
          headers: asOrderSystem(store),
          body: {},
        }),
    ],
    [
      'capture (Medusa)',
      (payment) =>
        call('POST', `/admin/payments/${medusaIdOf('pay', uuidOf(payment))}/capture`, {
          headers: asAdmin(store),
        }),
    ],
  ];
  it.each((['left', 'placed'] as const).flatMap((then) => CAPTURES.map((row) => [then, ...row] as const)))(
    'an order that its shopper has paid and %s is placed once: %s',
    async (then, _, capture) => {
      const made = await cartOf('S');
      const { body } = await pay('S', made, '');
      if (then === 'placed') expect((await spree('PATCH', made, '/complete')).status).toBe(200);
      expect((await capture(body.payment.id, made)).status).toBe(200);
      expect(await stateOf(made)).toBe('completed');
      await expectPlacedOnce(made);
    },
  );

  it('staff can complete a paid order, and get the reason why an unpaid one cannot be', async () => {
    const made = await cartOf('S');
    const complete = (): Promise<Reply> =>
      call('PATCH', `/api/v3/admin/orders/${made.id}/complete`, { headers: asOrderSystem(store), body: {} });
    const early = await complete();
    expect([early.status, early.body.error.code, early.body.error.message]).toEqual([
      422,
      'order_cannot_complete',
      'No payment found',
    ]);
    await pay('S', made, '');
    expect([(await complete()).status, (await complete()).status]).toEqual([200, 200]);
    await expectPlacedOnce(made);
  });
});

describe('an order that its shopper has paid and not completed', () => {
  it.each(MADE.slice(0, 2))(
    '%s can still be completed by its shopper, and is listed as unplaced after a while',
    async (...row) => {
      const made = await row[2]();
      await pay('S', made, '');
      await updateOrder(made, 'placement_due_at = now()');
      await until(async () => (await unplaced(made)) !== undefined, 10_000);
      expect([await stateOf(made), (await unplaced(made))?.problem]).toEqual([
        'open',
        'It is paid but was not completed',
      ]);
      expect((await spree('PATCH', made, '/complete')).status).toBe(200);
      await expectPlacedOnce(made);
      expect(await unplaced(made)).toBeUndefined();
    },
  );

  it('is not listed while its shopper has time to complete it', async () => {
    const [made, other] = [await cartOf('S'), await cartOf('S')];
    for (const cart of [made, other]) await pay('S', cart, '');
    // Two full runs of the worker, each of which checks all orders that are due.
    for (let run = 0; run < 2; run++) {
      await updateOrder(other, `placement_due_at = '2020-01-01', placement_problem = NULL`);
      await until(async () => (await unplaced(other)) !== undefined, 10_000);
    }
    expect(await unplaced(made)).toBeUndefined();
  });

  it('a declined card leaves an ordinary cart', async () => {
    for (const dialect of ['S', 'M'] as const) {
      const made = await cartOf(dialect);
      await pay(dialect, made, 'card_declined');
      await updateOrder(made, 'placement_due_at = now()');
      await until(async () => (await rowOf(made)).placement_due_at === null, 10_000);
      expect([await stateOf(made), await unplaced(made)]).toEqual(['open', undefined]);
    }
  });
});

describe('an order that cannot be placed is listed with its problem, and placed once it can be', () => {
  const reconcile = async (made: Made): Promise<Json[]> => {
    const text = await tandem('reconcile', '--json', '--days=1').catch(
      (error: Json) => error.stdout as string,
    );
    return JSON.parse(text).differences.filter(({ order_id }: Json) => order_id === made.id);
  };

  it('a cart without an email', async () => {
    const made = await cartOf('S', null);
    await pay('S', made, 'processing');
    await lookUpNow(made);
    await until(async () => (await unplaced(made)) !== undefined, 30_000);
    expect(await unplaced(made)).toMatchObject({ problem: "Customer E-Mail can't be blank", total: '110.0' });
    expect(await reconcile(made)).toMatchObject([
      {
        between: 'order and payments',
        what: 'state',
        ours: 'open',
        theirs: expect.stringContaining('E-Mail'),
      },
    ]);
    await spree('PATCH', made, '', { email: 'late@example.com' });
    await expectPlacedOnce(made);
    expect([await unplaced(made), await reconcile(made)]).toEqual([undefined, []]);
  });

  it('an order whose total has increased', async () => {
    const made = await cartOf('S');
    await pay('S', made, 'processing');
    const lines = (await spree('POST', made, '/line_items', { variant_id: variant })).body.line_items;
    await lookUpNow(made);
    await until(async () => (await unplaced(made)) !== undefined, 30_000);
    expect((await unplaced(made))?.problem).toBe('55.00 USD is still to be paid');
    await spree('PATCH', made, `/line_items/${lines[0].id as string}`, { quantity: 2 });
    await expectPlacedOnce(made);
  });

  it('other stores’ orders are not listed', async () => {
    const other = await aStore();
    const listed = await asStaff(other, 'GET', '/unplaced_orders');
    expect([listed.data, listed.meta.count]).toEqual([[], 0]);
  });
});
