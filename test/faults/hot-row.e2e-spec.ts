import { anOrder, asGuest, call, methodOf, sessionsPath, type Reply } from '../support/http';
import { uuidOf } from '../support/ids';
import { expectInvariants } from '../support/invariants';
import type { Server } from '../support/server-process';
import { anotherServer, aStore, baseUrl, database, type OrderMade, type StoreMade } from '../support/tandem';

// One order is locked for a long time, and more requests wait for it than the server has connections (16). Requests for
// other orders are still served.

jest.setTimeout(120_000);

const REQUESTS = 40;

let store: StoreMade;
let server: Server;

beforeAll(async () => {
  store = await aStore();
  // No waiting request times out during the test.
  server = await anotherServer({ DATABASE_TIMEOUT_MS: '30000' });
});
afterAll(() => server.stop());

const guest = (method: string, order: OrderMade, path: string, body?: unknown): Promise<Reply> =>
  call(method, path, { headers: asGuest(store, order), body, server: server.url });

const create = (order: OrderMade): Promise<Reply> =>
  guest('POST', order, sessionsPath(order), { payment_method_id: methodOf(store) });

const update = (order: OrderMade): Promise<Reply> =>
  guest('PATCH', order, `/api/v3/store/carts/${order.id}`, { metadata: { seen: 'yes' } });

const open = (url = server.url): Promise<Reply> =>
  call('POST', '/api/v3/store/carts', {
    headers: { 'x-spree-api-key': store.publishable_key, 'idempotency-key': 'one key' },
    body: {},
    server: url,
  });

it.each([
  ['sessions are created for it in one statement', create, 201],
  ['it is updated under its lock', update, 200],
])('%s: reads and writes of other orders do not wait for it', async (_, send, expected) => {
  const hot = await anOrder(store);
  const id = uuidOf(hot.id);
  const locks = [
    `SELECT 1 FROM orders WHERE id = '${id}'`,
    `SELECT 1 FROM payment_collections WHERE id = '${id}'`,
  ];
  await expectOthersServed(locks, () => send(hot), expected);
  await expectInvariants(hot);
});

it('a request is repeated with one key: no other request waits for it', async () => {
  // On another server: this one would know the key, and read its response without waiting.
  const order = uuidOf((await open(baseUrl)).body.id as string);
  const keys = `SELECT 1 FROM idempotency_keys WHERE store_id = (SELECT store_id FROM orders WHERE id = '${order}')`;
  await expectOthersServed([keys], () => open(), 201);
});

async function expectOthersServed(
  locks: readonly string[],
  send: () => Promise<Reply>,
  expected: number,
): Promise<void> {
  const other = await anOrder(store);
  const holder = await database().connect();
  let responded = 0;
  const sent: Promise<number>[] = [];
  try {
    await holder.query(['BEGIN', ...locks.map((rows) => `${rows} FOR UPDATE`)].join('; '));
    for (let i = 0; i < REQUESTS; i++) sent.push(send().then(({ status }) => (responded++, status)));
    const reads = Array.from({ length: REQUESTS }, () =>
      guest('GET', other, `/api/v3/store/carts/${other.id}`),
    );
    const replies = await Promise.all([...reads, create(other)]);
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200, 201]));
    expect(responded).toBe(0);
  } finally {
    await holder.query('COMMIT');
    holder.release();
  }
  expect(new Set(await Promise.all(sent))).toEqual(new Set([expected]));
  await expectInvariants(other);
}
