import { randomUUID } from 'node:crypto';
import { anOrder, asShopper, call, collectionPath } from '../../support/http';
import { expectInvariants } from '../../support/invariants';
import type { Server } from '../../support/server-process';
import { anotherServer, aStore, type OrderMade, type StoreMade } from '../../support/tandem';
import { WITHOUT_WORKERS, watchDatabase, type WatchedDatabase } from '../../support/watched-database';

// Creating a session is what every shopper waits for: a guest's takes one round trip to the database.

let store: StoreMade;
let watched: WatchedDatabase;
let server: Server;
let order: OrderMade;

beforeAll(async () => {
  store = await aStore();
  order = await anOrder(store);
  watched = await watchDatabase();
  server = await anotherServer({ DATABASE_URL: watched.url }, WITHOUT_WORKERS);
});
afterAll(async () => {
  await server.stop();
  await watched.close();
  await expectInvariants(order);
});

async function heardWhile(of: OrderMade, key?: string, jwt?: string): Promise<string[]> {
  const headers = asShopper(store, key, jwt);
  const body = { provider_id: 'pp_bogus_default' };
  watched.heard();
  const reply = await call('POST', collectionPath(of), { headers, body, server: server.url });
  if (reply.status !== 200) throw new Error(reply.text);
  return watched.heard();
}

it.each([
  ['without a key', undefined],
  ['that is claimed, worked and answered under its key', randomUUID()],
])('a guest’s session %s is one statement, also in the place of another', async (_, key) => {
  expect(await heardWhile(order, key)).toEqual(['replace payment session']);
  expect(await heardWhile(order, key && `${key} again`)).toEqual(['replace payment session']);
});

it('a customer’s takes one more, for who they are at the gateway', async () => {
  const own = await anOrder(store, { customer_id: store.customer.id });
  await heardWhile(own, undefined, store.customer.jwt);
  const heard = await heardWhile(own, undefined, store.customer.jwt);
  expect(heard).toEqual(['find payer', 'replace payment session']);
  await expectInvariants(own);
});
