import {
  anOrder,
  asGuest,
  asShopper,
  call,
  collectionPath,
  methodOf,
  sessionsPath,
  type Json,
} from '../../support/http';
import { expectInvariants } from '../../support/invariants';
import type { Server } from '../../support/server-process';
import { aStore, type OrderMade, type StoreMade } from '../../support/tandem';
import { withWatchedServer, type WatchedDatabase } from '../../support/watched-database';

// A repeated key costs one read of its row: neither the order nor anything else of the act is read first.

let store: StoreMade;
let order: OrderMade;
let watched: WatchedDatabase;
let server: Server;

withWatchedServer((made) => ({ watched, server } = made));

beforeAll(async () => {
  store = await aStore();
  order = await anOrder(store);
});
afterAll(() => expectInvariants(order));

interface Sent {
  readonly status: number;
  readonly text: string;
  readonly isReplayed: boolean;
  readonly statements: readonly string[];
}

async function send(
  method: string,
  path: string,
  headers: Record<string, string>,
  body: Json,
): Promise<Sent> {
  watched.takeStatements();
  const reply = await call(method, path, { headers, body, server: server.url });
  const isReplayed = reply.headers.get('idempotent-replayed') === 'true';
  return { status: reply.status, text: reply.text, isReplayed, statements: watched.takeStatements() };
}

const create = (key: string, more: Json = {}): Promise<Sent> =>
  send('POST', sessionsPath(order), asGuest(store, order, key), {
    payment_method_id: methodOf(store),
    ...more,
  });

const ONE_READ = ['find idempotency key'];

const REPEATED: Record<string, (key: string) => Promise<Sent>> = {
  'a session': (key) => create(key),
  'a session with an amount': (key) => create(key, { amount: '1.00' }),
  'a session refused for its amount': (key) => create(key, { amount: '1000.00' }),
  'a session refused for its body': (key) => create(key, { amount: [] }),
  'a session of an unknown method': (key) => create(key, { payment_method_id: 'pm_none' }),
  'a Medusa session': (key) =>
    send('POST', collectionPath(order), asShopper(store, key), { provider_id: 'pp_bogus_default' }),
  'the update of an order': (key) =>
    send('PATCH', `/api/v3/store/orders/${order.id}`, asGuest(store, order, key), { email: 'a@example.com' }),
};

it.each(Object.keys(REPEATED))('a replay of %s takes one statement', async (name) => {
  const repeat = REPEATED[name] as (key: string) => Promise<Sent>;
  const first = await repeat(name.slice(0, 200));
  const [second, third] = [await repeat(name.slice(0, 200)), await repeat(name.slice(0, 200))];
  expect([first.isReplayed, second.isReplayed]).toEqual([false, true]);
  expect(second).toEqual({ ...second, status: first.status, text: first.text, statements: ONE_READ });
  expect(third).toEqual(second);
});

it('a replay of a completion takes one statement', async () => {
  const own = await anOrder(store);
  const guest = (key?: string): Record<string, string> => asGuest(store, own, key);
  const { text } = await send('POST', sessionsPath(own), guest(), { payment_method_id: methodOf(store) });
  const path = sessionsPath(own, `/${JSON.parse(text).id as string}/complete`);
  const complete = (): Promise<Sent> => send('PATCH', path, guest('complete'), {});
  const [first, second] = [await complete(), await complete()];
  expect(second).toEqual({ status: 200, text: first.text, isReplayed: true, statements: ONE_READ });
  await expectInvariants(own);
});

it('a key used for another request is refused after one statement', async () => {
  await create('reused');
  const { status, statements } = await create('reused', { amount: '1.00' });
  expect([status, statements]).toEqual([422, ONE_READ]);
});

it('a new key costs no read of its row', async () => {
  const { statements } = await create('new');
  expect(statements.filter((name) => name.includes('idempotency'))).toEqual([]);
});

it('a key that was answered by another server gets the same response', async () => {
  const request = {
    headers: asGuest(store, order, 'elsewhere'),
    body: { payment_method_id: methodOf(store) },
  };
  const first = await call('POST', sessionsPath(order), request);
  const { status, text, isReplayed } = await create('elsewhere');
  expect([status, text, isReplayed]).toEqual([201, first.text, true]);
});
