import type { Json, Reply } from '../support/http';
import { uuidOf } from '../support/ids';
import { expectInvariantsIn } from '../support/invariants';
import { aReceiver, verified, waitFor, type Receiver } from '../support/receiver';
import { CarriedOn } from './carried-on';

// What the old server left unfinished when it was killed: gateway calls, events, deliveries. See README.md here.

let shop: CarriedOn;
let receiver: Receiver;
let retried: { verb: string; reply: Reply }[];

beforeAll(async () => {
  receiver = await aReceiver();
  shop = await CarriedOn.start(receiver.url);
  // At once, before the resolver looks up the open calls.
  const left = shop.made.open.filter(({ by }) => by === 'retry');
  retried = await Promise.all(
    left.map(async ({ verb, request }) => ({ verb, reply: await shop.send(request) })),
  );
});
afterAll(async () => {
  await shop?.stop();
  await receiver.stop();
});

describe('a call that was left open', () => {
  /** The two orders on which calls of this verb were left open. */
  function ordersLeftOpen(verb: string): string[] {
    const orders = shop.made.open.filter((call) => call.verb === verb).map(({ order }) => order);
    expect(orders).toHaveLength(2);
    return orders;
  }

  it('is finished by a retry with its key', () => {
    expect(retried.map(({ verb, reply }) => [verb, reply.status])).toEqual([
      ['capture', 200],
      ['refund', 201],
      ['cancel', 200],
      ['authorize', 200],
      ['create_session', 201],
    ]);
  });

  it('is then replayed with the same response', async () => {
    for (const { verb, by, request } of shop.made.open) {
      if (by !== 'retry') continue;
      const again = await shop.send(request);
      const first = retried.find((it) => it.verb === verb)?.reply;
      expect([verb, again.text, again.headers.get('idempotent-replayed')]).toEqual([
        verb,
        first?.text,
        'true',
      ]);
    }
  });

  it('is settled without a retry', async () => {
    const open = `SELECT verb, order_id FROM provider_operations WHERE state = 'requested'`;
    await waitFor(
      async () => (await shop.rows(open)).length === 0,
      60_000,
      () => shop.server.output(),
    );
  });

  it.each([
    ['capture', { authorized: 11000, captured: 2500, refunded: 0, canceled: 0 }],
    ['refund', { authorized: 11000, captured: 11000, refunded: 2500, canceled: 0 }],
    ['cancel', { authorized: 11000, captured: 0, refunded: 0, canceled: 11000 }],
    ['authorize', { authorized: 11000, captured: 0, refunded: 0, canceled: 0 }],
  ])('has its effect once: %s', async (verb, money) => {
    for (const name of ordersLeftOpen(verb)) {
      expect(await shop.money(name)).toMatchObject({ ...money, capturing: 0, refunding: 0 });
      await expectInvariantsIn(shop.old.database.pool, shop.order(name));
    }
  });

  it.each([
    ['create_session', () => ordersLeftOpen('create_session'), 'pending'],
    ['update_session', () => ['to change'], 'pending'],
    ['cancel_session', () => ['to close'], 'canceled'],
  ])('about a gateway’s session is settled: %s', async (verb, orders, state) => {
    for (const name of orders()) await expectSettled(name, verb, state);
  });

  async function expectSettled(name: string, verb: string, state: string): Promise<void> {
    const id = uuidOf(shop.order(name).id);
    const [found] = await shop.rows(
      `SELECT o.verb, o.state AS operation, s.state, s.external_id LIKE 'up_%' AS has_id
         FROM provider_operations o JOIN payment_sessions s ON s.store_id = o.store_id AND s.id = o.session_id
        WHERE o.order_id = $1 AND o.verb = $2`,
      id,
      verb,
    );
    expect(found).toMatchObject({ state, has_id: true });
    expect(found.operation).not.toBe('declined');
  }

  it.each(['still processing', 'answer lost'])(
    'that authorized a payment is found authorized: %s',
    async (name) => {
      expect(await shop.money(name)).toMatchObject({ state: 'authorized', authorized: 11000 });
      await expectInvariantsIn(shop.old.database.pool, shop.order(name));
    },
  );
});

describe('an event of a gateway', () => {
  const eventsIn = async (state: string): Promise<Json[]> =>
    (await shop.staff('GET', `/payment_events?state=${state}&limit=100`)).body.data;

  it('that was received and not handled has its effect', async () => {
    await waitFor(async () => (await shop.money('told unhandled')) !== undefined, 30_000);
    expect(await shop.money('told unhandled')).toMatchObject({ state: 'authorized', authorized: 11000 });
  });

  it('that was handled is not handled again', async () => {
    expect(await shop.money('told handled')).toMatchObject({ state: 'authorized', authorized: 11000 });
    const authorizations = `SELECT kind FROM ledger_entries WHERE order_id = $1`;
    expect(await shop.rows(authorizations, uuidOf(shop.order('told handled').id))).toHaveLength(1);
  });

  it('that failed can be listed and replayed once', async () => {
    const [parked] = await eventsIn('failed');
    const replay = await shop.staff('POST', `/payment_events/${parked.id as string}/replay`, {});
    expect(replay.status).toBeLessThan(300);
    await waitFor(async () => (await shop.money('told parked')) !== undefined, 30_000);
    expect(await shop.money('told parked')).toMatchObject({ state: 'authorized', authorized: 11000 });
    await waitFor(async () => (await eventsIn('failed')).length === 0);
    const again = await shop.staff('POST', `/payment_events/${parked.id as string}/replay`, {});
    expect(again.status).toBe(422);
  });
});

describe('a pending webhook delivery', () => {
  it('is sent, signed with its endpoint’s secret', async () => {
    const waiting = `SELECT id FROM webhook_deliveries WHERE state = 'pending' AND created_at < now() - interval '1 minute'`;
    await waitFor(async () => (await shop.rows(waiting)).length === 0, 60_000);
    const failed = await shop.rows(`SELECT error FROM webhook_deliveries WHERE state = 'failed'`);
    expect(failed).toEqual([]);
    const { secret = '' } = shop.made.endpoints.find(({ scheme }) => scheme === 'standard') ?? {};
    const [signed] = receiver.received.filter(({ headers }) => headers['webhook-signature']);
    expect(signed && verified(signed, secret)).toMatchObject({ type: expect.any(String) });
  });

  it('is sent once to each endpoint, although the old server’s queue still has a job for it', async () => {
    const left = await shop.rows(
      `SELECT d.event_id, d.attempts, d.state FROM webhook_deliveries d JOIN pgboss.job j ON j.data->>'deliveryId' = d.id::text
        WHERE j.state = 'created'`,
    );
    expect(left.length).toBeGreaterThan(4);
    for (const { event_id, ...rest } of left) {
      expect(rest).toEqual({ attempts: 2, state: 'delivered' });
      // Spree's scheme sends the UUID itself.
      const sent = receiver.received.filter(({ body }) => [body.id, uuidOf(body.id)].includes(event_id));
      const schemes = sent.map(({ headers }) => ('webhook-id' in headers ? 'standard' : 'spree'));
      expect(schemes.toSorted()).toEqual(['spree', 'standard']);
    }
  });
});
