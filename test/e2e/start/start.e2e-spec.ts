import { createServer, type AddressInfo, type Server as Listener } from 'node:net';
import { resolve } from 'node:path';
import { asGuest, asShopper, call, collectionPath, methodOf, sessionsPath } from '../../support/http';
import { anotherServer, aStore, baseUrl, database, tandem, type StoreMade } from '../../support/tandem';

const demo = async (): Promise<StoreMade & Record<string, unknown>> =>
  JSON.parse(await tandem('demo', '--json')) as never;

it('the demo store is created once; each run gives it a new secret key and new orders', async () => {
  const [first, second] = [await demo(), await demo()];
  expect(Object.keys(first).sort()).toEqual([
    'admin',
    'base_url',
    'customer',
    'customer_order',
    'order',
    'payment_methods',
    'publishable_key',
    'region_id',
    'secret_key',
  ]);
  expect(Object.keys(first.order).sort()).toEqual([
    'cart_id',
    'currency',
    'id',
    'medusa_order_id',
    'number',
    'token',
    'total',
  ]);
  expect(first.order).toMatchObject({ total: '110.00', currency: 'USD' });
  expect(second).toMatchObject({
    publishable_key: first.publishable_key,
    region_id: first.region_id,
    payment_methods: first.payment_methods,
  });
  expect(second.secret_key).not.toBe(first.secret_key);
  expect(second.order.id).not.toBe(first.order.id);
  const paid = await call('POST', sessionsPath(second.order), {
    headers: asGuest(second, second.order),
    body: { payment_method_id: methodOf(second) },
  });
  expect([paid.status, paid.body.amount]).toEqual([201, '110.0']);
});

it('the demo revokes the secret keys of its earlier runs, and no others', async () => {
  const listed = async ({ secret_key }: StoreMade): Promise<number> =>
    (await call('GET', '/api/v3/admin/api_keys', { headers: { 'x-spree-api-key': secret_key } })).status;
  const first = await demo();
  const own = await call('POST', '/api/v3/admin/api_keys', {
    headers: { 'x-spree-api-key': first.secret_key },
    body: { name: 'Demo of the shop', key_type: 'secret', scopes: ['write_all'] },
  });
  const second = await demo();
  expect([await listed(first), await listed(second)]).toEqual([401, 200]);
  expect(await listed({ ...second, secret_key: own.body.token ?? own.body.plaintext_token })).toBe(200);
  const { rows } = await database().query(
    `SELECT count(*)::int AS count FROM api_keys k JOIN stores s ON s.id = k.store_id
      WHERE s.name = 'Tandem demo store' AND k.title ~ '^Demo [0-9a-f]{8}$' AND k.revoked_at IS NULL`,
  );
  expect(rows).toEqual([{ count: 1 }]);
});

it('secret keys are stored only as hashes', async () => {
  const { rows } = await database().query(`SELECT token FROM api_keys WHERE type = 'secret'`);
  expect(new Set(rows.map(({ token }: { token: unknown }) => token))).toEqual(new Set([null]));
});

it('is live, and ready once its database is', async () => {
  expect((await call('GET', '/health/live')).body).toEqual({ status: 'ok' });
  expect((await call('GET', '/health/ready')).body).toEqual({ status: 'ok' });
});

it('two servers that start at once on one database are both ready', async () => {
  const servers = await Promise.all([anotherServer(), anotherServer()]);
  const replies = await Promise.all(servers.map(({ url }) => call('GET', '/health/ready', { server: url })));
  expect(replies.map(({ status }) => status)).toEqual([200, 200]);
  await Promise.all(servers.map((server) => server.stop()));
});

it('a start in production warns about an active test payment method', async () => {
  await aStore();
  const server = await anotherServer({ NODE_ENV: 'production' });
  expect(server.output()).toMatch(/pp_bogus_default, a test provider: it moves no real money/);
  expect(server.output()).not.toMatch(/pp_system_default, a test/);
  await server.stop();
});

const portOf = (listener: Listener): number => (listener.address() as AddressInfo).port;

const occupied = createServer();
beforeAll(() => new Promise<void>((listening) => void occupied.listen(0, '127.0.0.1', listening)));
afterAll(() => occupied.close());

it.each<[string, () => Record<string, string>, RegExp]>([
  [
    'a port that is not a number',
    () => ({ PORT: 'x' }),
    /^tandem: PORT must be a whole number from 0 to 65535, not "x"$/,
  ],
  [
    'a missing secret',
    () => ({ JWT_SECRET: '' }),
    /^tandem: JWT_SECRET is required when DATABASE_URL is set$/,
  ],
  [
    'a port in use',
    () => ({ PORT: String(portOf(occupied)) }),
    /^tandem: PORT: port \d+ on 127\.0\.0\.1 is already in use$/,
  ],
  [
    'a database that is not there',
    () => ({ DATABASE_URL: 'postgres://127.0.0.1:1/x' }),
    /^tandem: DATABASE_URL: .*ECONNREFUSED/,
  ],
  [
    'a data folder that is a file',
    () => ({ DATABASE_URL: '', TANDEM_DATA_DIR: resolve('package.json') }),
    /^tandem: TANDEM_DATA_DIR is not a writable folder: EEXIST/,
  ],
])('%s stops the start with one line that names the setting', async (_, env, line) => {
  const error = await anotherServer(env()).catch((thrown: Error) => thrown);
  const lines = (error instanceof Error ? error.message : '').trim().split('\n');
  expect(lines.filter((text) => text !== 'tandem: starting')).toEqual([
    'the server did not start:',
    expect.stringMatching(line),
  ]);
});

it('a start logs that it is starting, and lists no routes', async () => {
  const server = await anotherServer({ LOG_LEVEL: 'log' });
  const lines = server.output().split('\n');
  expect(lines[0]).toBe('tandem: starting');
  expect(lines.length).toBeLessThan(20);
  expect(server.output()).not.toMatch(/Mapped|dependencies initialized/);
  await server.stop();
});

it('the root URL redirects to the documents, or says that Tandem is running', async () => {
  const root = await fetch(baseUrl, { redirect: 'manual' });
  expect([root.status, root.headers.get('location')]).toEqual([302, '/docs']);
  const server = await anotherServer({ TANDEM_DOCS: '0' });
  const plain = await call('GET', '/', { server: server.url });
  expect([plain.status, plain.text]).toEqual([200, expect.stringMatching(/^Tandem is running/)]);
  await server.stop();
});

it('a server logs no key, token, card number or client secret', async () => {
  const store = await aStore();
  const server = await anotherServer({ LOG_LEVEL: 'verbose' });
  const card = '4000000000000119';
  const headers = asGuest(store, store.order, 'log me not');
  const made = await call('POST', sessionsPath(store.order), {
    headers,
    body: { payment_method_id: methodOf(store) },
    server: server.url,
  });
  const path = sessionsPath(store.order, `/${made.body.id as string}/complete`);
  await call('PATCH', path, {
    headers: asGuest(store, store.order, 'nor me'),
    body: { external_data: { card_number: card, cvv: 'cvv-7f3k' } },
    server: server.url,
  });
  await call('POST', collectionPath(store.order), {
    headers: asShopper(store, undefined, store.customer.jwt),
    body: '{bad',
    server: server.url,
  });
  const secrets = [
    card,
    'cvv-7f3k',
    store.secret_key,
    store.publishable_key,
    store.order.token,
    store.customer.jwt,
    made.body.external_data.client_secret as string,
  ];
  for (const secret of secrets) expect(server.output()).not.toContain(secret);
  expect(server.output()).toContain('outcome unknown');
  await server.stop();
});
