import type { Json, Reply } from '../support/http';
import { medusaIdOf, spreeIdOf, uuidOf } from '../support/ids';
import { expectInvariantsIn } from '../support/invariants';
import { CarriedOn } from './carried-on';

// Payments, sessions, carts and stored responses of the old installation. See README.md here.

let shop: CarriedOn;

beforeAll(async () => {
  shop = await CarriedOn.start();
});
afterAll(() => shop?.stop());

const payment = (name: string, act: string, body: Json = {}): Promise<Reply> =>
  shop.office('POST', `/payments/${shop.made.payments[name] ?? ''}/${act}`, body);

const expectBalanced = (name: string): Promise<void> =>
  expectInvariantsIn(shop.old.database.pool, shop.order(name));

describe('a completed request', () => {
  it('is replayed with the same response, byte for byte', async () => {
    expect(shop.made.responses.length).toBeGreaterThan(20);
    const replays = await Promise.all(
      shop.made.responses.map(async ({ request, status, text }) => {
        const reply = await shop.send(request);
        const what = `${request.method} ${request.path}`;
        return {
          before: { what, status, text, replayed: 'true' },
          now: {
            what,
            status: reply.status,
            text: reply.text,
            replayed: reply.headers.get('idempotent-replayed'),
          },
        };
      }),
    );
    expect(replays.map(({ now }) => now)).toEqual(replays.map(({ before }) => before));
  });

  it('with its key and another body is refused', async () => {
    for (const { request } of shop.made.responses.filter(({ request: { body } }) => body !== undefined)) {
      const reply = await shop.send({
        ...request,
        body: { ...(request.body as Json), metadata: { other: 1 } },
      });
      expect([request.path, reply.status >= 400]).toEqual([request.path, true]);
    }
  });
});

describe('a payment', () => {
  it('half captured can be captured for exactly the remainder, then refunded for exactly the captured amount', async () => {
    expect(await shop.money('half captured')).toMatchObject({ authorized: 11000, captured: 5000 });
    expect((await payment('half captured', 'capture', { amount: 60.01 })).status).toBe(400);
    expect((await payment('half captured', 'capture', { amount: 60 })).status).toBe(200);
    expect((await payment('half captured', 'refund', { amount: 110.01 })).status).toBe(400);
    expect((await payment('half captured', 'refund', { amount: 110 })).status).toBe(200);
    expect(await shop.money('half captured')).toMatchObject({ captured: 11000, refunded: 11000 });
    await expectBalanced('half captured');
  });

  it('partly refunded leaves nothing due: the refund has a credit line', async () => {
    const order = shop.order('part refunded');
    const fields = 'summary,credit_lines.amount,payment_collections.completed_at';
    const path = `/orders/${medusaIdOf('order', uuidOf(order.id))}?fields=${fields}`;
    expect((await shop.office('GET', path)).body.order).toMatchObject({
      summary: { pending_difference: 0, refunded_total: 30 },
      credit_lines: [{ amount: 30 }],
      payment_collections: [{ completed_at: expect.any(String) }],
    });
    expect((await shop.staff('GET', `/orders/${order.id}`)).body).toMatchObject({
      amount_due: '0.0',
      payment_state: 'paid',
    });
    await expectBalanced('part refunded');
  });

  it('refunded before its order was placed is due again', async () => {
    const { body } = await shop.staff('GET', `/orders/${shop.order('returned').id}`);
    expect(body).toMatchObject({ amount_due: '110.0', payment_total: '0.0', payment_status: 'refunded' });
  });

  it('partly refunded can be refunded for exactly the remainder', async () => {
    expect((await payment('part refunded', 'refund', { amount: 80.01 })).status).toBe(400);
    expect((await payment('part refunded', 'refund', { amount: 80 })).status).toBe(200);
    await expectBalanced('part refunded');
  });

  it.each(['voided', 'canceled payment'])('%s cannot be captured', async (name) => {
    const [{ id }] = await shop.rows(
      'SELECT id FROM payments WHERE order_id = $1',
      uuidOf(shop.order(name).id),
    );
    const path = `/orders/${shop.order(name).id}/payments`;
    const { data } = (await shop.staff('GET', path)).body;
    expect((await shop.staff('PATCH', `${path}/${data[0].id as string}/capture`, {})).status).toBe(422);
    expect([id !== undefined, await shop.money(name)]).toMatchObject([
      true,
      { captured: 0, canceled: 11000 },
    ]);
  });

  it('fully refunded cannot be refunded again', async () => {
    const order = `/orders/${shop.order('returned').id}`;
    const { data } = (await shop.staff('GET', `${order}/payments`)).body;
    const again = await shop.staff('POST', `${order}/refunds`, { payment_id: data[0].id, amount: '0.01' });
    expect(again.status).toBe(422);
    await expectBalanced('returned');
  });

  it('requested in addition to the total can still be paid by hand', async () => {
    const order = shop.order('still to pay');
    const [{ id }] = await shop.rows(
      'SELECT id FROM payment_collections WHERE order_id = $1 AND id <> order_id',
      uuidOf(order.id),
    );
    expect(id).toBeDefined();
    const listed = await shop.office('GET', `/orders/${order.cart_id.replace('cart', 'order')}`);
    const requested = listed.body.order.payment_collections.find(({ amount }: Json) => amount === 15);
    const paid = await shop.office('POST', `/payment-collections/${requested.id as string}/mark-as-paid`, {
      order_id: order.cart_id.replace('cart', 'order'),
    });
    expect([paid.status, paid.body.payment_collection?.status]).toEqual([200, 'completed']);
  });
});

describe('a session', () => {
  it.each([
    ['pending', 'pending', 'pending'],
    ['pending in Medusa', 'pending', 'pending'],
    ['requires_action', 'pending', 'requires_more'],
    ['failed', 'failed', 'error'],
    ['authorized', 'completed', 'authorized'],
    ['captured', 'completed', 'captured'],
    ['canceled', 'canceled', null],
    ['expired', 'expired', 'canceled'],
  ])('that was %s is %s in Spree’s dialect, %s in Medusa’s', async (name, inSpree, inMedusa) => {
    const order = shop.order(name);
    const [{ id }] = await shop.rows(
      'SELECT id FROM payment_sessions WHERE order_id = $1 ORDER BY created_at',
      uuidOf(order.id),
    );
    const path = `/orders/${order.id}/payment_sessions/${spreeIdOf('ps', medusaIdOf('payses', id))}`;
    expect((await shop.guest('GET', order, path)).body).toMatchObject({ status: inSpree, amount: '110.0' });
    const read = await shop.withToken('POST', '/payment-collections', order, { cart_id: order.cart_id });
    const sessions: Json[] = read.body.payment_collection.payment_sessions;
    expect(sessions.find((it) => it.id === medusaIdOf('payses', id))?.status ?? null).toBe(inMedusa);
  });

  it('that was pending can be completed, and has its data', async () => {
    const order = shop.order('pending');
    const [{ id, data }] = await shop.rows(
      'SELECT id, data FROM payment_sessions WHERE order_id = $1',
      uuidOf(order.id),
    );
    expect(data).toMatchObject({ color: 'blue' });
    const path = `/orders/${order.id}/payment_sessions/${spreeIdOf('ps', medusaIdOf('payses', id))}/complete`;
    expect((await shop.guest('PATCH', order, path, {})).body.status).toBe('completed');
    await expectBalanced('pending');
  });
});

describe('an order', () => {
  it('of each kind can be read in both dialects', async () => {
    for (const [name, { id, cart_id }] of Object.entries(shop.made.orders)) {
      expect([name, (await shop.staff('GET', `/orders/${id}`)).status]).toEqual([name, 200]);
      const [{ completed_at }] = await shop.rows('SELECT completed_at FROM orders WHERE id = $1', uuidOf(id));
      if (completed_at === null) continue;
      const path = `/orders/${cart_id.replace('cart', 'order')}`;
      expect([name, (await shop.office('GET', path)).status]).toEqual([name, 200]);
    }
  });

  it.each(['paid, not placed', 'paid in Medusa, not placed'])(
    '%s is placed when completed, without another payment',
    async (name) => {
      const order = shop.order(name);
      const done = await shop.shop('POST', `/carts/${order.cart_id}/complete`);
      expect([done.status, done.body.type]).toEqual([200, 'order']);
      expect(await shop.money(name)).toMatchObject({ authorized: 11000, captured: 0 });
      await expectBalanced(name);
    },
  );

  it.each([
    ['part refunded', '0.0', 0],
    // Never placed: the refunded amount is due again.
    ['returned', '110.0', 110],
    ['refund refused', '0.0', -20],
    ['canceled half captured', '0.0', 0],
    ['voided', '110.0', 110],
  ])('%s from before credit lines existed has %s due in Spree’s dialect', async (...row) => {
    const [name, amount_due, pending] = row;
    const order = shop.order(name);
    expect((await shop.staff('GET', `/orders/${order.id}`)).body).toMatchObject({ amount_due });
    const path = `/orders/${order.cart_id.replace('cart', 'order')}?fields=summary`;
    const { status, body } = await shop.office('GET', path);
    if (status === 200) expect(body.order.summary.pending_difference).toBe(pending);
  });

  it('paid with a gift card has consistent totals', async () => {
    await expectBalanced('paid with a gift card');
  });
});

describe('a cart', () => {
  it('with Check chosen has nothing authorized any more, and can be completed', async () => {
    const cart = shop.made.goods.carts.check;
    const read = await shop.guest('GET', cart, `/carts/${cart.id as string}`);
    const { payments, amount_due, total } = read.body;
    expect(payments.map((one: Json) => [one.state, one.amount])).toEqual([
      ['void', total],
      ['checkout', total],
    ]);
    expect(amount_due).toBe(total);
    await shop.guest('PATCH', cart, `/carts/${cart.id as string}`, { email: 'check@example.com' });
    const done = await shop.guest('POST', cart, `/carts/${cart.id as string}/complete`, {});
    expect([done.text, done.status]).toEqual([done.text, 200]);
    const made = done.body.payments.map((one: Json) => [one.state, one.amount]);
    expect(made.sort()).toEqual([
      ['pending', total],
      ['void', total],
    ]);
  });

  it('keeps its applied gift card', async () => {
    const cart = shop.made.goods.carts.held;
    const read = await shop.guest('GET', cart, `/carts/${cart.id as string}`);
    expect(read.body).toMatchObject({ total: '110.0', gift_card_total: '30.0' });
  });
});

it('reconcile reports the one known difference between ledger and gateway', async () => {
  const { differences } = JSON.parse(await shop.tandem('reconcile', '--json'));
  expect(differences.map(({ order_id, what }: Json) => [order_id, what])).toEqual([
    [shop.order('differs').id, 'captured'],
    [shop.order('differs').id, 'state'],
  ]);
});
