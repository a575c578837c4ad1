import {
  anOrder,
  asGuest,
  asOrderSystem,
  asShopper,
  call,
  methodOf,
  sessionsPath,
  type Json,
} from '../../support/http';
import { asStaff } from '../../support/spree';
import type { Server } from '../../support/server-process';
import { anotherServer, aStore, database, type StoreMade } from '../../support/tandem';

// Rate limits, counted over all servers together.

/** Requests per minute from one address with one key, low enough for a test to reach. */
const LIMIT = 2;
/** Requests per minute with one key from all addresses. */
const KEY_LIMIT = 100 * LIMIT;

/** Each test gives it a fresh publishable key, so that its count starts at zero. */
let store: StoreMade;
let other: StoreMade;
let servers: Server[];
/** Trusts X-Forwarded-For, so that a request can name its address; each test uses its own addresses. */
let proxied: Server;

beforeAll(async () => {
  servers = await Promise.all([
    anotherServer({ TANDEM_RATE_LIMIT: String(LIMIT) }),
    anotherServer({ TANDEM_RATE_LIMIT: String(LIMIT), TANDEM_TRUST_PROXY: '1' }),
    anotherServer({ TANDEM_RATE_LIMIT: '1000', TANDEM_TRUST_PROXY: '1' }),
  ]);
  [, , proxied] = servers as [Server, Server, Server];
  [store, other] = [await aStore(), await aStore()];
});
beforeEach(async () => {
  const key = await asStaff(store, 'POST', '/api_keys', { name: 'storefront', key_type: 'publishable' });
  store = { ...store, publishable_key: key.token as string };
  // Except the counters that other test files use at the same time: of webhooks, and of the flood in faults/slow-visitors.
  await database().query(
    `DELETE FROM rate_limits WHERE key NOT LIKE '%hook:%' AND key NOT LIKE '%:192.0.2.66'`,
  );
});
afterAll(() => Promise.all(servers.map((server) => server.stop())));

const urlOf = (i: number) => (): string => servers[i]?.url ?? '';
/** Two servers with shared counters; the second is behind a proxy. */
const [one, two] = [urlOf(0), urlOf(1)];
const key = (): Record<string, string> => ({ 'x-spree-api-key': store.publishable_key });
const ask = (server = one, headers = key()): ReturnType<typeof call> =>
  call('GET', '/api/v3/store/cart', { headers, server: server() });

it('serves the limit per minute with the remaining count, and then 429 with Retry-After', async () => {
  for (const left of ['1', '0']) {
    const { status, headers } = await ask();
    expect([status, headers.get('x-ratelimit-limit'), headers.get('x-ratelimit-remaining')]).toEqual([
      404,
      String(LIMIT),
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
  expect(replies.filter((status) => status === 404)).toHaveLength(LIMIT);
  expect(replies.filter((status) => status === 429)).toHaveLength(12 - LIMIT);
});

it('one store’s flood does not affect another store', async () => {
  for (let i = 0; i <= LIMIT; i++) await ask();
  expect((await ask(one, { 'x-spree-api-key': other.publishable_key })).status).toBe(404);
});

it('counts both dialects against one key, each with its own error', async () => {
  for (let i = 0; i < LIMIT; i++) await ask();
  const path = `/store/payment-providers?region_id=${store.region_id}`;
  const over = await call('GET', path, { headers: asShopper(store), server: one() });
  expect([over.status, over.body.type]).toEqual([429, 'too_many_requests']);
});

it('a 429 is not stored under the Idempotency-Key: a retry is executed', async () => {
  const order = await anOrder(store);
  for (let i = 0; i < LIMIT; i++) await ask();
  const create = (server: string | undefined): ReturnType<typeof call> =>
    call('POST', sessionsPath(order), {
      headers: asGuest(store, order, 'once'),
      body: { payment_method_id: methodOf(store) },
      server,
    });
  expect((await create(one())).status).toBe(429);
  expect((await create(undefined)).status).toBe(201);
});

it('limits how often an address may register', async () => {
  const headers = { ...key(), 'x-forwarded-for': '192.0.2.40' };
  const statuses = [];
  for (let i = 0; i < 4; i++) {
    const body = { email: `limited${i}@example.com`, password: 'correct horse' };
    const reply = await call('POST', '/api/v3/store/customers', { headers, body, server: proxied.url });
    statuses.push(reply.status);
  }
  expect(statuses).toEqual([201, 201, 201, 429]);
});

it.each([
  [
    'an address, over all stores and both dialects',
    (i: number) => ['192.0.2.1', `unknown${i}@example.com`],
    5,
  ],
  ['an account, over all addresses', (i: number) => [`198.18.0.${i}`, 'Ada.Guessed@example.com'], 10],
])('counts log-ins by %s, in Medusa’s dialect with or without a key', async (_, attempt, allowed) => {
  const statuses = [];
  for (let i = 0; i <= allowed; i++) {
    const [from = '', email = ''] = attempt(i);
    const publishable = (i % 2 === 0 ? store : other).publishable_key;
    const headers = { 'x-forwarded-for': from, ...(i % 6 === 0 && { 'x-publishable-api-key': publishable }) };
    statuses.push(
      i % 3 === 0
        ? await medusaLogin(email.toLowerCase(), headers)
        : await spreeLogin(email, { ...headers, 'x-spree-api-key': publishable }),
    );
  }
  expect(statuses).toEqual([...Array<number>(allowed).fill(401), 429]);
});

it('counts a /64 network of IPv6 addresses as one', async () => {
  const statuses = [];
  for (let i = 0; i <= LIMIT; i++)
    statuses.push((await ask(two, { ...key(), 'x-forwarded-for': `2001:db8:0:1::${i}` })).status);
  expect(statuses).toEqual([...Array<number>(LIMIT).fill(404), 429]);
  expect((await ask(two, { ...key(), 'x-forwarded-for': '2001:db8:0:2::1' })).status).toBe(404);
});

it('counts gift card attempts by cart, over all addresses', async () => {
  const cart = await call('POST', '/api/v3/store/carts', { headers: key(), body: {} });
  const statuses = [];
  for (let i = 0; i < 11; i++) {
    const reply = await call('POST', `/api/v3/store/carts/${cart.body.id}/gift_cards`, {
      headers: {
        ...key(),
        'x-spree-order-token': cart.body.token,
        'x-forwarded-for': `198.18.1.${i}`,
      },
      body: { code: `GUESS${i}` },
      server: proxied.url,
    });
    statuses.push(reply.status);
  }
  expect(statuses).toEqual([...Array<number>(10).fill(404), 429]);
});

it('counts attempts at the current password, and no update that does not need it', async () => {
  const headers = {
    ...key(),
    authorization: `Bearer ${store.customer.jwt}`,
    'x-forwarded-for': '192.0.2.42',
  };
  const change = (body: Json): ReturnType<typeof call> =>
    call('PATCH', '/api/v3/store/customers/me', {
      headers,
      body,
      server: proxied.url,
    });
  const statuses = [];
  for (let i = 0; i < 6; i++) {
    statuses.push((await change({ current_password: `guess${i}`, password: 'new horse' })).status);
  }
  expect(statuses).toEqual([422, 422, 422, 422, 422, 429]);
  expect((await change({ first_name: 'Ada' })).status).toBe(200);
});

it('a visitor who floods a store is refused, and every other visitor is served', async () => {
  const path = `/store/payment-providers?region_id=${store.region_id}`;
  const visit = async (from: string): Promise<number> => {
    const headers = { ...asShopper(store), 'x-forwarded-for': from };
    return (await call('GET', path, { headers, server: two() })).status;
  };
  const flood = await Promise.all(Array.from({ length: 50 }, () => visit('192.0.2.66')));
  expect(flood.filter((status) => status === 200)).toHaveLength(LIMIT);
  expect(flood.filter((status) => status === 429)).toHaveLength(50 - LIMIT);
  const others = await Promise.all(Array.from({ length: 20 }, (_, i) => visit(`192.0.2.${100 + i}`)));
  expect(others).toEqual(Array<number>(20).fill(200));
});

it('one key’s limit over all visitors is a hundred times a visitor’s', async () => {
  const visit = async (from: string): Promise<number> =>
    (
      await call('GET', '/api/v3/store/cart', {
        headers: { ...key(), 'x-forwarded-for': from },
        server: two(),
      })
    ).status;
  const first = await Promise.all(Array.from({ length: KEY_LIMIT }, (_, i) => visit(`198.51.100.${i}`)));
  expect(new Set(first)).toEqual(new Set([404]));
  // The key's count lags behind the requests, so the refusal may come a few requests late.
  let status = 0;
  for (let i = 0; i < 100 && status !== 429; i++) status = await visit(`203.0.113.${i}`);
  expect(status).toBe(429);
});

it('a secret key has its own, much higher limit, and invalid keys are counted by address', async () => {
  const orders = async (secret = store.secret_key): Promise<number> =>
    (
      await call('GET', '/api/v3/admin/orders?limit=1', {
        headers: { 'x-spree-api-key': secret },
        server: two(),
      })
    ).status;
  const wrong = [];
  for (let i = 0; i <= LIMIT; i++) wrong.push(await orders(`sk_${String(i).repeat(64)}`));
  expect(wrong).toEqual([...Array<number>(LIMIT).fill(401), 429]);
  const first = await Promise.all(Array.from({ length: KEY_LIMIT }, () => orders()));
  expect(new Set(first)).toEqual(new Set([200]));
  let status = 0;
  for (let i = 0; i < 100 && status !== 429; i++) status = await orders();
  expect(status).toBe(429);
});

it('limits how fast keys can be guessed', async () => {
  const statuses = [];
  for (let i = 0; i <= LIMIT; i++) {
    statuses.push((await ask(one, { 'x-spree-api-key': `pk_${String(i).repeat(64)}` })).status);
  }
  expect(statuses).toEqual([...Array<number>(LIMIT).fill(401), 429]);
});

it('with a limit of 0 there is no limit and no rate limit header', async () => {
  for (let i = 0; i < 8; i++) {
    const { status, headers } = await call('GET', '/api/v3/store/cart', { headers: key() });
    expect([status, headers.get('x-ratelimit-limit')]).toEqual([404, null]);
  }
});

it('takes the client’s address from X-Forwarded-For only behind a trusted proxy', async () => {
  const visit = async (server: () => string, i: number): Promise<number> =>
    (await ask(server, { ...key(), 'x-forwarded-for': `10.0.0.${i}` })).status;
  const [direct, behindProxy] = [[], []] as [number[], number[]];
  for (let i = 0; i <= LIMIT; i++) {
    direct.push(await visit(one, i));
    behindProxy.push(await visit(two, i));
  }
  expect(direct).toEqual([...Array<number>(LIMIT).fill(404), 429]);
  expect(behindProxy).toEqual(Array<number>(LIMIT + 1).fill(404));
});

it('does not apply a visitor’s limit to staff', async () => {
  for (let i = 0; i < 8; i++) {
    const { status } = await call('GET', '/api/v3/admin/orders', {
      headers: asOrderSystem(store),
      server: one(),
    });
    expect(status).toBe(200);
  }
});

const login = async (path: string, email: string, headers: Record<string, string>): Promise<number> =>
  (await call('POST', path, { headers, body: { email, password: 'guess' }, server: proxied.url })).status;

const medusaLogin = (email: string, headers: Record<string, string>): Promise<number> =>
  login('/auth/customer/emailpass', email, headers);

const spreeLogin = (email: string, headers: Record<string, string>): Promise<number> =>
  login('/api/v3/store/auth/login', email, headers);
