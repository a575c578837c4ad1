import { anOrder, asGuest, asOrderSystem, asShopper, call, methodOf, sessionsPath } from '../../support/http';
import type { Server } from '../../support/server-process';
import { anotherServer, aStore, database, type StoreMade } from '../../support/tandem';

// Limits: what a flood may cost, counted together however many servers there are.

let store: StoreMade;
let servers: Server[];

beforeAll(async () => {
  servers = await Promise.all([1, 2].map(() => anotherServer({ TANDEM_RATE_LIMIT: '5' })));
});
beforeEach(async () => {
  store = await aStore();
  // But those of the hooks, which other files count at the same time.
  await database().query(`DELETE FROM rate_limits WHERE key NOT LIKE '%hook:%'`);
});
afterAll(() => Promise.all(servers.map((server) => server.stop())));

const [one, two] = [0, 1].map((i) => (): string => servers[i]?.url ?? '');
const key = (): Record<string, string> => ({ 'x-spree-api-key': store.publishable_key });
const ask = (server = one, headers = key()): ReturnType<typeof call> =>
  call('GET', '/api/v3/store/cart', { headers, server: server?.() });

it('answers so many requests a minute, says what is left, and then when to come back', async () => {
  for (const left of ['4', '3', '2', '1', '0']) {
    const { status, headers } = await ask();
    expect([status, headers.get('x-ratelimit-limit'), headers.get('x-ratelimit-remaining')]).toEqual([
      404,
      '5',
      left,
    ]);
  }
  const over = await ask();
  expect([over.status, over.body, over.headers.get('x-ratelimit-remaining')]).toEqual([
    429,
    { error: { code: 'rate_limit_exceeded', message: 'Too many requests. Please retry later.' } },
    '0',
  ]);
  const seconds = Number(over.headers.get('retry-after'));
  expect(seconds).toBeGreaterThan(0);
  expect(seconds).toBeLessThanOrEqual(60);
});

it('counts for all servers together', async () => {
  const replies = await Promise.all(
    Array.from({ length: 12 }, (_, i) => ask(i % 2 === 0 ? one : two).then(({ status }) => status)),
  );
  expect(replies.filter((status) => status === 404)).toHaveLength(5);
  expect(replies.filter((status) => status === 429)).toHaveLength(7);
});

it('one store’s flood is nothing to another', async () => {
  for (let i = 0; i < 6; i++) await ask();
  const other = await aStore();
  expect((await ask(one, { 'x-spree-api-key': other.publishable_key })).status).toBe(404);
});

it('counts Medusa’s dialect against the same key, in its own words', async () => {
  for (let i = 0; i < 5; i++) await ask();
  const path = `/store/payment-providers?region_id=${store.region_id}`;
  const over = await call('GET', path, { headers: asShopper(store), server: one?.() });
  expect([over.status, over.body.type]).toEqual([429, 'too_many_requests']);
});

it('a request that was refused is not remembered by its key: the next minute it is done', async () => {
  const order = await anOrder(store);
  for (let i = 0; i < 5; i++) await ask();
  const create = (server: string | undefined): ReturnType<typeof call> =>
    call('POST', sessionsPath(order), {
      headers: asGuest(store, order, 'once'),
      body: { payment_method_id: methodOf(store) },
      server,
    });
  expect((await create(one?.())).status).toBe(429);
  expect((await create(undefined)).status).toBe(201);
});

it('limits how often an address may try to log in', async () => {
  const { url } = await withLimit('1000');
  const login = (): ReturnType<typeof call> =>
    call('POST', '/api/v3/store/auth/login', {
      headers: key(),
      body: { email: store.customer.email, password: 'guess' },
      server: url,
    });
  const statuses = [];
  for (let i = 0; i < 6; i++) statuses.push((await login()).status);
  expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
  const register = (email: string): ReturnType<typeof call> =>
    call('POST', '/api/v3/store/customers', {
      headers: key(),
      body: { email, password: 'correct horse' },
      server: url,
    });
  const made = [];
  for (let i = 0; i < 4; i++) made.push((await register(`limited${i}@example.com`)).status);
  expect(made).toEqual([201, 201, 201, 429]);
});

it('limits Medusa’s logins too, with a key and without one, and tells nothing once it does', async () => {
  const { url } = await withLimit('1000');
  const login = (headers: Record<string, string>, email: string): ReturnType<typeof call> =>
    call('POST', '/auth/customer/emailpass', { headers, body: { email, password: 'guess' }, server: url });
  const callers: Record<string, string>[] = [{}, { 'x-publishable-api-key': store.publishable_key }];
  for (const headers of callers) {
    const statuses = [];
    for (let i = 0; i < 5; i++) statuses.push((await login(headers, `nobody${i}@example.com`)).status);
    statuses.push((await login(headers, store.customer.email)).status);
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
  }
});

it('limits how fast keys can be guessed', async () => {
  const statuses = [];
  for (let i = 0; i < 6; i++) {
    statuses.push((await ask(one, { 'x-spree-api-key': `pk_${String(i).repeat(64)}` })).status);
  }
  expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
});

it('with 0 there is no limit and no word of one', async () => {
  for (let i = 0; i < 8; i++) {
    const { status, headers } = await call('GET', '/api/v3/store/cart', { headers: key() });
    expect([status, headers.get('x-ratelimit-limit')]).toEqual([404, null]);
  }
});

it('takes a client’s address from the proxies it is told of, and from nobody else', async () => {
  const guess = (server: string, from: string): ReturnType<typeof call> =>
    call('POST', '/api/v3/store/auth/login', {
      headers: { ...key(), 'x-forwarded-for': from },
      body: { email: 'a@example.com', password: 'guess' },
      server,
    });
  const [direct, behind] = [await withLimit('1000'), await withLimit('1000', '1')];
  const statuses = [];
  for (let i = 0; i < 6; i++) statuses.push((await guess(direct.url, `10.0.0.${i}`)).status);
  expect(statuses.at(-1)).toBe(429);
  for (let i = 0; i < 6; i++) expect((await guess(behind.url, `10.0.0.${i}`)).status).toBe(401);
});

it('leaves the store’s own people alone', async () => {
  for (let i = 0; i < 8; i++) {
    const { status } = await call('GET', '/api/v3/admin/orders', {
      headers: asOrderSystem(store),
      server: one?.(),
    });
    expect(status).toBe(200);
  }
});

async function withLimit(limit: string, proxies = '0'): Promise<Server> {
  const server = await anotherServer({ TANDEM_RATE_LIMIT: limit, TANDEM_TRUST_PROXY: proxies });
  servers.push(server);
  return server;
}
