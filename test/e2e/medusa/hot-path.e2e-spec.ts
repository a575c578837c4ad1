import { randomUUID } from 'node:crypto';
import { anOrder, asShopper, call, collectionPath } from '../../support/http';
import { expectInvariants } from '../../support/invariants';
import type { Server } from '../../support/server-process';
import { aStore, type OrderMade, type StoreMade } from '../../support/tandem';
import { withWatchedServer, type WatchedDatabase } from '../../support/watched-database';

// Every shopper waits for a session to be created: for a guest it takes one round trip to the database.

let store: StoreMade;
let watched: WatchedDatabase;
let server: Server;

withWatchedServer((made) => ({ watched, server } = made));
let order: OrderMade;

beforeAll(async () => {
  store = await aStore();
  order = await anOrder(store);
});
afterAll(() => expectInvariants(order));

async function statementsToCreate(of: OrderMade, key?: string, jwt?: string): Promise<string[]> {
  const headers = asShopper(store, key, jwt);
  const body = { provider_id: 'pp_bogus_default' };
  watched.takeStatements();
  const reply = await call('POST', collectionPath(of), { headers, body, server: server.url });
  if (reply.status !== 200) throw new Error(reply.text);
  return watched.takeStatements();
}

it.each([
  ['without an Idempotency-Key', undefined],
  ['with an Idempotency-Key', randomUUID()],
])('a guest’s session %s takes one statement, also when it replaces another', async (_, key) => {
  expect(await statementsToCreate(order, key)).toEqual(['create payment sessions']);
  expect(await statementsToCreate(order, key && `${key} again`)).toEqual(['create payment sessions']);
});

it('a customer’s takes one more, to find their account at the gateway', async () => {
  const own = await anOrder(store, { customer_id: store.customer.id });
  await statementsToCreate(own, undefined, store.customer.jwt);
  const statements = await statementsToCreate(own, undefined, store.customer.jwt);
  expect(statements).toEqual(['find payer', 'create payment sessions']);
  await expectInvariants(own);
});
