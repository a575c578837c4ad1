import { distant } from '../../support/distant';
import { anOrder, asShopper, call, collectionPath, type Json, type Reply } from '../../support/http';
import { uuidOf } from '../../support/ids';
import { expectInvariants } from '../../support/invariants';
import type { Server } from '../../support/server-process';
import { aStore, baseUrl, database, type OrderMade, type StoreMade } from '../../support/tandem';
import { until } from '../../support/target-server';

// Sixteen connections that create sessions on one collection at once: a real Medusa server answers most of them 500.

const CONNECTIONS = 16;
const gateway = distant('onecollection');

let store: StoreMade;
let order: OrderMade;
let server: Server;

beforeAll(async () => {
  store = await aStore();
  await gateway.openFor(store);
  server = await gateway.server();
});
afterAll(() => server.stop());
beforeEach(async () => {
  order = await anOrder(store);
});
afterEach(() => expectInvariants(order));

const create = (provider_id: string, at: string, key?: string): Promise<Reply> =>
  call('POST', collectionPath(order), { headers: asShopper(store, key), body: { provider_id }, server: at });

const atOnce = (send: (i: number) => Promise<Reply>): Promise<Reply[]> =>
  Promise.all(Array.from({ length: CONNECTIONS }, (_, i) => send(i)));

async function sessions(): Promise<Json[]> {
  const { rows } = await database().query(
    `SELECT id, state, external_id, replaced_at FROM payment_sessions WHERE order_id = $1 ORDER BY id`,
    [uuidOf(order.id)],
  );
  return rows;
}

async function expectOneLive(replies: readonly Reply[], made = CONNECTIONS): Promise<void> {
  expect(replies.map(({ status }) => status)).toEqual(Array(CONNECTIONS).fill(200));
  const all = await sessions();
  const live = all.filter(({ state, replaced_at }) => state === 'pending' && replaced_at === null);
  expect([all.length, live.length]).toEqual([made, 1]);
  expect(all.filter(({ state }) => state === 'canceled')).toHaveLength(made - 1);
  const shown = await call('POST', '/store/payment-collections', {
    headers: asShopper(store),
    body: { cart_id: order.cart_id },
  });
  expect(shown.body.payment_collection.payment_sessions).toMatchObject([{ status: 'pending', amount: 110 }]);
}

const PROVIDERS = [
  ['a provider without a gateway', 'pp_bogus_default', () => baseUrl],
  ['a remote gateway', gateway.id, () => server.url],
] as const;

describe.each(PROVIDERS)('with %s', (_, provider, at) => {
  it('all requests without a key succeed, and one session remains', async () => {
    await expectOneLive(await atOnce(() => create(provider, at())));
  });

  it('all requests with their own keys succeed, and one session remains', async () => {
    await expectOneLive(await atOnce((i) => create(provider, at(), `own ${i}`)));
  });

  it('one request sent sixteen times creates one session', async () => {
    const replies = await atOnce(() => create(provider, at(), 'the same'));
    await expectOneLive(replies, 1);
    expect(new Set(replies.map(({ text }) => text)).size).toBe(1);
  });

  it('repeated batches on the same collection leave one session too', async () => {
    for (let round = 0; round < 3; round++) await atOnce(() => create(provider, at()));
    await expectOneLive(await atOnce((i) => create(provider, at(), `last ${i}`)), 4 * CONNECTIONS);
  });
});

it('the fifteen replaced sessions are canceled at their gateway, and the remaining one is not', async () => {
  await expectOneLive(await atOnce((i) => create(gateway.id, server.url, i % 2 ? `own ${i}` : undefined)));
  const all = await sessions();
  const replaced = all
    .filter(({ state }) => state === 'canceled')
    .map(({ external_id }) => external_id as string);
  const closed = (): string[] =>
    gateway.did('close').filter((id) => all.some(({ external_id }) => external_id === id));
  await until(() => closed().length >= CONNECTIONS - 1, 30_000);
  await new Promise((later) => setTimeout(later, 2500));
  expect(closed().sort()).toEqual(replaced.sort());
});

it('sixteen sessions at once over both gateways leave one, and it can be paid', async () => {
  const replies = await atOnce((i) => create(i % 2 ? gateway.id : 'pp_bogus_default', server.url));
  await expectOneLive(replies);
  const placed = await call('POST', `/store/carts/${order.cart_id}/complete`, {
    headers: asShopper(store),
    server: server.url,
  });
  expect(placed.body.type).toBe('order');
});
