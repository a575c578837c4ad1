import { spreePayment } from '../../support/checkout';
import {
  anOrder,
  asAdmin,
  asGuest,
  asOrderSystem,
  asShopper,
  call,
  methodOf,
  sessionsPath,
} from '../../support/http';
import { expectInvariants } from '../../support/invariants';
import type { Server } from '../../support/server-process';
import { aStore, type OrderMade, type StoreMade } from '../../support/tandem';
import { withWatchedServer, type WatchedDatabase } from '../../support/watched-database';

// A read takes one statement, whatever it shows. What each second's first request of a store reads for all is not counted.

let store: StoreMade;
let paid: OrderMade;
let session: string;
let watched: WatchedDatabase;
let server: Server;

withWatchedServer((made) => ({ watched, server } = made));

beforeAll(async () => {
  store = await aStore();
  paid = await anOrder(store);
  const headers = asGuest(store, paid);
  const body = { payment_method_id: methodOf(store) };
  session = (await call('POST', sessionsPath(paid), { headers, body })).body.id as string;
  const other = await anOrder(store);
  for (const order of [paid, other]) await spreePayment(store, order);
});
afterAll(() => expectInvariants(paid));

async function statementsOf(path: string, headers: Record<string, string>): Promise<string[]> {
  // The first request of a process reads the store's region too.
  await call('GET', path, { headers, server: server.url });
  watched.takeStatements();
  const reply = await call('GET', path, { headers, server: server.url });
  expect([reply.status, reply.text.length > 20]).toEqual([200, true]);
  return watched.takeStatements();
}

const guest = (): Record<string, string> => asGuest(store, paid);
const order = (rest = ''): string => `/api/v3/store/orders/${paid.id}${rest}`;

it.each([
  ['a session', () => [sessionsPath(paid, `/${session}`), guest()], ['find payment session']],
  ['an order', () => [order(), guest()], ['find order in full']],
  [
    'an order by its number',
    () => [`/api/v3/store/orders/${paid.number}`, guest()],
    ['find order in full by number'],
  ],
  ['the payments of an order', () => [order('/payments'), guest()], ['find order in full']],
  ['the payment methods of an order', () => [order('/payment_methods'), guest()], ['find order id']],
  [
    'an order, for staff',
    () => [`/api/v3/admin/orders/${paid.id}`, asOrderSystem(store)],
    ['find order in full'],
  ],
  [
    'a cart of Medusa',
    () => [`/store/carts/${paid.cart_id}`, { ...asShopper(store), 'x-spree-order-token': paid.token }],
    ['find order in full'],
  ],
] as [string, () => [string, Record<string, string>], string[]][])(
  'reading %s takes one statement',
  async (_, request, expected) => {
    expect(await statementsOf(...request())).toEqual(expected);
  },
);

it('a page of payments takes one statement besides its list, however many payments', async () => {
  const statements = await statementsOf('/admin/payments', asAdmin(store));
  expect(statements).toEqual(['find payment collections in full']);
});
