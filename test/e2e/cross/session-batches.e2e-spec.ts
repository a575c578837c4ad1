import { randomUUID } from 'node:crypto';
import {
  anOrder,
  asAdmin,
  asGuest,
  asOrderSystem,
  asShopper,
  call,
  collectionPath,
  methodOf,
  sessionsPath,
  type Json,
  type Reply,
} from '../../support/http';
import { uuidOf } from '../../support/ids';
import { Random } from '../../support/random';
import type { Server } from '../../support/server-process';
import { aStore, database, type OrderMade, type StoreMade } from '../../support/tandem';
import { withWatchedServer, type WatchedDatabase } from '../../support/watched-database';

// Requests that arrive together are one statement. Each gets the answer, and leaves the rows, that it would have had alone.

const SEED = Number(process.env['TANDEM_BATCH_SEED'] ?? Date.now() % 1_000_000);
const MIXES = Number(process.env['TANDEM_BATCH_MIXES'] ?? 3);
const ORDERS = 24;

let store: StoreMade;
let watched: WatchedDatabase;
let server: Server;

withWatchedServer((made) => ({ watched, server } = made));

beforeAll(async () => {
  store = await aStore();
});

type Kind = 'open' | 'yen' | 'customer’s' | 'canceled' | 'paid' | 'unknown';

/** One request of a mix; `order` is the number of the order that it pays. */
interface Planned {
  readonly order: number;
  readonly dialect: 'spree' | 'medusa';
  readonly as: 'guest' | 'customer' | 'staff';
  readonly key: string | undefined;
  readonly body: Json;
}

async function orderOf(kind: Kind): Promise<OrderMade> {
  if (kind === 'unknown') return { ...store.order, id: 'or_1111111111111111111111', token: 'none' };
  const of = {
    yen: { currency: 'JPY', items: [{ name: 'Tee', quantity: 1, price: '9000' }] },
    'customer’s': { email: store.customer.email, customer_id: store.customer.id },
  }[kind as string];
  const order = await anOrder(store, of, server.url);
  if (kind === 'canceled') await asStaff('PATCH', `/api/v3/admin/orders/${order.id}/cancel`);
  if (kind === 'paid') await asStaff('POST', `/api/v3/admin/orders/${order.id}/payments`, check(order));
  return order;
}

const check = (_: OrderMade): Json => ({ payment_method_id: methodOf(store, 'pp_system_default') });

async function asStaff(method: string, path: string, body: Json = {}): Promise<void> {
  const { status, text } = await call(method, path, {
    headers: asOrderSystem(store),
    body,
    server: server.url,
  });
  if (status >= 300) throw new Error(text);
}

const KINDS: readonly [Kind, ...Kind[]] = [
  'open',
  'open',
  'open',
  'yen',
  'customer’s',
  'canceled',
  'paid',
  'unknown',
];
const AMOUNTS = [undefined, '10.00', '20.00', '110.00', '110.01', '0', '-1', '10.123', 'ten', '25'] as const;

function planned(random: Random, order: number): Planned[] {
  const isMedusa = random.chance(30);
  const as = random.one<Planned['as']>(['guest', 'guest', 'customer', 'staff']);
  const key = random.chance(60) ? randomUUID() : undefined;
  if (isMedusa)
    return [
      {
        order,
        dialect: 'medusa',
        as,
        key,
        body: { provider_id: random.one(['pp_bogus_default', 'pp_none']) },
      },
    ];
  // A session that stays changes nothing for another of the same order, so the order of two does not matter.
  return Array.from({ length: random.whole(1, 3) }, (_, i) => ({
    order,
    dialect: 'spree',
    as,
    key: key && `${key} ${i}`,
    body: {
      payment_method_id: random.chance(90) ? methodOf(store) : 'pm_1111111111111111111111',
      amount: random.one(AMOUNTS),
    },
  }));
}

function send({ dialect, as, key, body }: Planned, order: OrderMade): Promise<Reply> {
  const jwt = as === 'customer' ? store.customer.jwt : undefined;
  const spree = { ...asGuest(store, order, key), ...(jwt && { authorization: `Bearer ${jwt}` }) };
  if (dialect === 'spree') {
    const headers = as === 'staff' ? asOrderSystem(store, key) : spree;
    const path = as === 'staff' ? sessionsPath(order).replace('/store/', '/admin/') : sessionsPath(order);
    return call('POST', path, { headers, body, server: server.url });
  }
  const headers = as === 'staff' ? asAdmin(store, key) : asShopper(store, key, jwt);
  return call('POST', collectionPath(order), { headers, body, server: server.url });
}

/** What a client sees, without what differs from order to order. */
function seen({ status, headers, body }: Reply): Json {
  const text = JSON.stringify(body, (name, value: Json) =>
    /(^|_)(id|number|at|session|url)$/.test(name) && typeof value === 'string' ? `some ${name}` : value,
  );
  const plain = text.replace(/(bogus|ps|pay_col|payses|or|cart)_\w+/g, '$1_…').replace(/V\d{9}/g, 'V…');
  return { status, replayed: headers.get('idempotent-replayed'), body: plain };
}

async function rowsOf(orders: readonly OrderMade[]): Promise<Json> {
  const { rows } = await database().query(
    `SELECT array_position($1::uuid[], s.order_id) AS order, s.state, s.amount, s.currency, s.covers_all, s.replaced_at IS NULL AS stays,
       s.customer_id, s.context, s.expires_at - s.created_at AS life, c.version, c.initiated_at IS NOT NULL AS initiated
     FROM payment_sessions s JOIN payment_collections c ON c.store_id = s.store_id AND c.id = s.collection_id
     WHERE s.order_id = ANY($1) ORDER BY 1, s.amount, s.state`,
    [orders.map(({ id }) => uuidOf(id))],
  );
  return rows;
}

interface Ran {
  readonly replies: Json[];
  readonly rows: Json;
  /** How often the statement ran. */
  readonly statements: number;
  readonly orders: readonly OrderMade[];
}

/** Runs a plan on orders of its own: each request alone, or all at once. */
async function run(kinds: readonly Kind[], plan: readonly Planned[], atOnce: boolean): Promise<Ran> {
  const orders = await Promise.all(kinds.map(orderOf));
  const to = async (one: Planned): Promise<Json> => seen(await send(one, orders[one.order] ?? store.order));
  watched.takeStatements();
  const replies: Json[] = [];
  if (atOnce) replies.push(...(await Promise.all(plan.map(to))));
  else for (const one of plan) replies.push(await to(one));
  const statements = watched.takeStatements().filter((name) => name === 'create payment sessions').length;
  return { replies, rows: await rowsOf(orders), statements, orders };
}

const withOtherKeys = (plan: readonly Planned[]): Planned[] =>
  plan.map((one) => ({ ...one, key: one.key && `${one.key} again` }));

const created = ({ replies }: Ran): number => replies.filter(({ status }) => status < 300).length;

it.each(Array.from({ length: MIXES }, (_, i) => SEED + i))(
  'a mix of requests has the same answers and rows batched as one by one (seed %i)',
  async (seed) => {
    const random = new Random(seed);
    const kinds = Array.from({ length: ORDERS }, () => random.one(KINDS));
    const plan = kinds.flatMap((_, order) => planned(random, order));
    const alone = await run(kinds, plan, false);
    const keyed = withOtherKeys(plan);
    const batched = await run(kinds, keyed, true);
    expect(batched.replies).toEqual(alone.replies);
    expect(batched.rows).toEqual(alone.rows);
    expect(created(alone)).toBeGreaterThan(0);
    expect(batched.statements).toBeLessThan(alone.statements);

    const again = await Promise.all(
      keyed.filter(({ key }) => key).map((one) => send(one, batched.orders[one.order] ?? store.order)),
    );
    const replayed = again
      .filter(({ status }) => status < 300)
      .map(({ headers }) => headers.get('idempotent-replayed'));
    expect(replayed).toEqual(replayed.map(() => 'true'));
    expect(await rowsOf(batched.orders)).toEqual(batched.rows);
  },
);

it('a batch in which each refusal occurs once', async () => {
  const kinds: Kind[] = [
    'open',
    'open',
    'open',
    'open',
    'yen',
    'customer’s',
    'canceled',
    'paid',
    'unknown',
    'open',
  ];
  const spree = (order: number, body: Json = {}, as: Planned['as'] = 'guest'): Planned => ({
    order,
    dialect: 'spree',
    as,
    key: `refusal ${order} ${JSON.stringify(body)}`,
    body: { payment_method_id: methodOf(store), ...body },
  });
  const plan = [
    spree(0, { amount: '10.00' }),
    spree(1, { amount: '110.01' }),
    spree(2, { amount: '0' }),
    spree(3, { amount: '10.123' }),
    spree(4, { amount: '10.50' }),
    spree(4, { amount: '9000' }),
    spree(5, { amount: '10.00' }, 'customer'),
    spree(6),
    spree(7),
    spree(7, {}, 'staff'),
    spree(8),
    spree(9, { payment_method_id: 'pm_1111111111111111111111' }),
    { ...spree(9), key: `refusal 0 ${JSON.stringify({ amount: '10.00' })}` },
  ];
  const alone = await run(kinds, plan, false);
  const batched = await run(kinds, withOtherKeys(plan), true);
  expect(batched.replies).toEqual(alone.replies);
  expect(batched.rows).toEqual(alone.rows);
  expect(batched.statements).toBeLessThan(alone.statements);
  expect(alone.replies.map(({ status }) => status)).toEqual([
    201, 422, 422, 422, 422, 201, 201, 422, 422, 422, 404, 404, 201,
  ]);
});

it.each([
  [
    'a session',
    (order: OrderMade, body: Json) =>
      send({ order: 0, dialect: 'spree', as: 'guest', key: undefined, body }, order),
    'pp_bogus_default',
  ],
  ['a manual payment by staff', byStaff, 'pp_system_default'],
  ['a manual payment that its guest chooses', byGuest, 'pp_system_default'],
] as const)(
  '%s with an amount, of an order in another currency than the last one’s',
  async (_, pay, provider) => {
    const [euro, dollar] = [
      await anOrder(store, { currency: 'EUR' }, server.url),
      await anOrder(store, {}, server.url),
    ];
    const euros = await call('POST', sessionsPath(euro), {
      headers: asGuest(store, euro),
      body: { payment_method_id: methodOf(store), amount: '10.00' },
      server: server.url,
    });
    expect(euros.status).toBe(201);
    const reply = await pay(dollar, { payment_method_id: methodOf(store, provider), amount: '10.00' });
    expect([200, 201]).toContain(reply.status);
    expect((await rowsOf([dollar])).map(({ amount, currency }: Json) => [amount, currency])).toEqual([
      ['1000', 'USD'],
    ]);
  },
);

function byStaff(order: OrderMade, body: Json): Promise<Reply> {
  const path = `/api/v3/admin/orders/${order.id}/payments`;
  return call('POST', path, { headers: asOrderSystem(store), body, server: server.url });
}

function byGuest(order: OrderMade, body: Json): Promise<Reply> {
  const path = `/api/v3/store/carts/${order.id}/payments`;
  return call('POST', path, { headers: asGuest(store, order), body, server: server.url });
}
