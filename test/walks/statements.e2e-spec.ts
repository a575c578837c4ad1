import { readFileSync } from 'node:fs';
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
  type Call,
} from '../support/http';
import { spreeIdOf } from '../support/ids';
import { captured, placed } from '../support/medusa-admin';
import type { Server } from '../support/server-process';
import { aStore, type OrderMade, type StoreMade } from '../support/tandem';
import { withWatchedServer, type WatchedDatabase } from '../support/watched-database';

// The statements of each act stand in docs/benchmark.md, and no act runs more. Prints the table's lines, to copy where they are fewer.

let store: StoreMade;
let watched: WatchedDatabase;
let server: Server;

withWatchedServer((made) => ({ watched, server } = made));

beforeAll(async () => {
  store = await aStore();
});

type Sent = readonly [method: string, path: string, call: Call];

let keys = 0;
const aKey = (): string => `statements ${++keys}`;

const ofSession = { amount: '110.00' };

const creating = (order: OrderMade, key = aKey(), more: object = ofSession): Sent => [
  'POST',
  sessionsPath(order),
  { headers: asGuest(store, order, key), body: { payment_method_id: methodOf(store), ...more } },
];

async function open(): Promise<{ order: OrderMade; session: string }> {
  const order = await anOrder(store);
  const [method, path, sent] = creating(order);
  return { order, session: (await call(method, path, sent)).body.id as string };
}

async function paid(pay: typeof placed): Promise<{ path: string; spree: string; medusa: string }> {
  const order = await anOrder(store);
  const medusa = await pay(store, order);
  return { path: `/api/v3/admin/orders/${order.id}`, spree: spreeIdOf('py', medusa), medusa };
}

const byStaff = (method: string, path: string, body: unknown): Sent => [
  method,
  path,
  { headers: asOrderSystem(store, aKey()), body },
];

/** Each row of the document, and a request of it on an order of its own. */
const ACTS: Readonly<Record<string, () => Promise<Sent>>> = {
  'create session': async () => creating(await anOrder(store)),
  'create session, no amount': async () => creating(await anOrder(store), aKey(), {}),
  'replay of a create': async () => {
    const order = await anOrder(store);
    const sent = creating(order);
    await call(...sent);
    return sent;
  },
  'read session': async () => {
    const { order, session } = await open();
    return ['GET', sessionsPath(order, `/${session}`), { headers: asGuest(store, order) }];
  },
  'payment methods': async () => {
    const order = await anOrder(store);
    return ['GET', `/api/v3/store/orders/${order.id}/payment_methods`, { headers: asGuest(store, order) }];
  },
  'read order': async () => {
    const order = await anOrder(store);
    await captured(store, order);
    return ['GET', `/api/v3/store/orders/${order.id}`, { headers: asGuest(store, order) }];
  },
  'complete session': async () => {
    const { order, session } = await open();
    const headers = asGuest(store, order, aKey());
    return ['PATCH', sessionsPath(order, `/${session}/complete`), { headers, body: {} }];
  },
  capture: async () => {
    const { path, spree } = await paid(placed);
    return byStaff('PATCH', `${path}/payments/${spree}/capture`, {});
  },
  refund: async () => {
    const { path, spree } = await paid(captured);
    return byStaff('POST', `${path}/refunds`, { payment_id: spree, amount: '10.00' });
  },
  void: async () => {
    const { path, spree } = await paid(placed);
    return byStaff('PATCH', `${path}/payments/${spree}/void`, {});
  },
  'cancel order': async () => byStaff('PATCH', `${(await paid(captured)).path}/cancel`, {}),
  'Medusa create session': async () => {
    const body = { provider_id: 'pp_bogus_default' };
    return ['POST', collectionPath(await anOrder(store)), { headers: asShopper(store, aKey()), body }];
  },
  'Medusa complete cart': async () => {
    const { order } = await open();
    return ['POST', `/store/carts/${order.cart_id}/complete`, { headers: asShopper(store, aKey()) }];
  },
  'Medusa capture': async () => {
    const { medusa } = await paid(placed);
    return ['POST', `/admin/payments/${medusa}/capture`, { headers: asAdmin(store, aKey()), body: {} }];
  },
  'Medusa payments, 20 a page': () =>
    Promise.resolve(['GET', '/admin/payments?limit=20', { headers: asAdmin(store) }]),
};

/** The number of statements of each row in the document. */
function documented(): Record<string, number> {
  const [, table = ''] = readFileSync('docs/benchmark.md', 'utf8').split('## Statements of each act');
  const rows = table.matchAll(/^\| ([^|]+?) +\| (\d+) +\|/gm);
  return Object.fromEntries([...rows].map(([, name, count]) => [name, Number(count)]));
}

it('no act runs more statements than docs/benchmark.md says', async () => {
  const counted: Record<string, number> = {};
  const lines: string[] = [];
  for (const [name, prepare] of Object.entries(ACTS)) {
    // The first fills the caches.
    for (let time = 0; time < 2; time++) {
      const [method, path, sent] = await prepare();
      watched.takeStatements();
      watched.takeRoundTrips();
      const { status, text } = await call(method, path, { ...sent, server: server.url });
      if (status >= 300) throw new Error(`${name}: ${text}`);
      const [statements, roundTrips] = [watched.takeStatements(), watched.takeRoundTrips()];
      const own = statements.filter((statement) => !statement.startsWith('bogus '));
      counted[name] = own.length;
      if (time === 1)
        lines.push(`| ${name} | ${own.length} | ${statements.length - own.length} | ${roundTrips} |`);
    }
  }
  process.stdout.write(`${lines.join('\n')}\n`);
  const written = documented();
  expect(Object.keys(written)).toEqual(Object.keys(ACTS));
  const more = Object.entries(counted).filter(([name, count]) => count > (written[name] ?? 0));
  expect(more).toEqual([]);
});
