import { CookieJar } from '../../support/browser';
import { call, type Reply } from '../../support/http';
import { createAccount, PASSWORD } from '../../support/logins';
import { anotherServer, aStore, baseUrl, database, type StoreMade } from '../../support/tandem';
import type { Server } from '../../support/server-process';

// Cookie logins: what another site, a thief or a late request must not do with the cookie.

let store: StoreMade;

beforeAll(async () => {
  store = await aStore();
});

interface LoggedIn {
  readonly jar: CookieJar;
  readonly email: string;
  readonly token: string;
}

const bearer = (token: string): Record<string, string> => ({ authorization: `Bearer ${token}` });

async function open(
  token: string,
  headers: Record<string, string> = {},
): Promise<{ reply: Reply; jar: CookieJar }> {
  const jar = new CookieJar();
  const reply = await call('POST', '/auth/session', { headers: { ...bearer(token), ...headers } });
  jar.keepAll(reply.headers);
  return { reply, jar };
}

async function aLogin(): Promise<LoggedIn> {
  const { email, token } = await createAccount(store);
  return { email, token, jar: (await open(token)).jar };
}

const withCookie = (cookie: string, headers: Record<string, string> = {}): Record<string, string> => ({
  'x-publishable-api-key': store.publishable_key,
  cookie,
  ...headers,
});
const me = (cookie: string): Promise<Reply> =>
  call('GET', '/store/customers/me', { headers: withCookie(cookie) });
const change = (cookie: string, headers: Record<string, string>, server = baseUrl): Promise<Reply> =>
  call('POST', '/store/customers/me', { headers: withCookie(cookie, headers), body: { phone: '1' }, server });
const end = (cookie: string, headers: Record<string, string> = {}): Promise<Reply> =>
  call('DELETE', '/auth/session', { headers: { cookie, ...headers } });

it('a session shows its user, and its cookie is HttpOnly and SameSite', async () => {
  const { token } = await createAccount(store);
  const { reply } = await open(token);
  const { user } = reply.body;
  expect(reply.status).toBe(200);
  expect(Object.keys(user).sort()).toEqual([
    'actor_id',
    'actor_type',
    'app_metadata',
    'auth_identity_id',
    'user_metadata',
  ]);
  expect(user.app_metadata).toEqual({ customer_id: user.actor_id });
  const cookie = reply.headers.get('set-cookie') ?? '';
  expect(cookie).toMatch(/^connect\.sid=.*; Path=\/; Expires=.*; HttpOnly; SameSite=Lax$/);
});

it.each(['/auth/session/', '/AUTH/Session'])('%s is the same route for logging in and out', async (path) => {
  const { token } = await createAccount(store);
  const jar = new CookieJar();
  const reply = await call('POST', path, { headers: bearer(token) });
  jar.keepAll(reply.headers);
  expect([reply.status, (await me(jar.header)).status]).toEqual([200, 200]);
  expect((await call('DELETE', path, { headers: { cookie: jar.header } })).status).toBe(200);
  expect((await me(jar.header)).status).toBe(401);
});

it('the cookie is Secure when a trusted proxy reports https', async () => {
  const server = await anotherServer({ TANDEM_TRUST_PROXY: '1' });
  const { token } = await createAccount(store);
  const { headers } = await call('POST', '/auth/session', {
    headers: { ...bearer(token), 'x-forwarded-proto': 'https' },
    server: server.url,
  });
  await server.stop();
  expect(headers.get('set-cookie')).toContain('; Secure');
});

it('only the hash of a session’s id is stored', async () => {
  const { jar } = await aLogin();
  const id = /s%3A([\w-]+)\./.exec(jar.header)?.[1] ?? 'none';
  const { rows } = await database().query<{ text: string }>('SELECT s::text AS text FROM login_sessions s');
  expect([id.length, rows.some(({ text }) => text.includes(id))]).toEqual([32, false]);
});

it('a stolen cookie is invalid after the logout', async () => {
  const { jar } = await aLogin();
  const stolen = jar.header;
  expect((await me(stolen)).status).toBe(200);
  expect((await end(stolen)).body).toEqual({ success: true });
  expect((await me(stolen)).status).toBe(401);
  expect((await end(stolen)).status).toBe(401);
});

it('a login gets a new session id, whatever cookie the browser sent', async () => {
  const { token } = await createAccount(store);
  const thief = await aLogin();
  const { jar } = await open(token, { cookie: thief.jar.header });
  expect(jar.header).not.toBe(thief.jar.header);
  // The session of the planted cookie has ended.
  expect((await me(thief.jar.header)).status).toBe(401);
  const forged = await open(token, { cookie: 'connect.sid=s%3Aplanted.signature' });
  expect(forged.jar.header).not.toContain('planted');
});

it('a password change ends every session, and earlier tokens open none', async () => {
  const { jar, token } = await aLogin();
  const second = (await open(token)).jar;
  const changed = await call('PATCH', '/api/v3/store/customers/me', {
    headers: { 'x-spree-api-key': store.publishable_key, ...bearer(token) },
    body: { password: 'a new password', current_password: PASSWORD },
  });
  expect(changed.status).toBe(200);
  expect([(await me(jar.header)).status, (await me(second.header)).status]).toEqual([401, 401]);
  const { reply } = await open(token);
  expect([reply.status, reply.body, reply.headers.get('set-cookie')]).toEqual([
    401,
    { message: 'Unauthorized' },
    null,
  ]);
});

it('a session ends when it expires', async () => {
  const { jar, email } = await aLogin();
  await database().query(
    `UPDATE login_sessions SET expires_at = now() - interval '1 second'
      WHERE owner_id = (SELECT id FROM customers WHERE email = $1)`,
    [email],
  );
  expect((await me(jar.header)).status).toBe(401);
});

it('a cookie is valid for its own API only: not customer for admin, admin for customer, or either for Spree', async () => {
  const { jar } = await aLogin();
  expect((await call('GET', '/admin/users/me', { headers: { cookie: jar.header } })).status).toBe(401);
  const admin = (await open(store.admin.jwt)).jar;
  const users = await call('GET', '/admin/users/me', { headers: { cookie: admin.header } });
  expect([users.status, users.body.user.email]).toEqual([200, store.admin.email]);
  expect((await me(admin.header)).status).toBe(401);
  const spree = await call('GET', '/api/v3/store/customers/me', {
    headers: { 'x-spree-api-key': store.publishable_key, cookie: jar.header },
  });
  expect(spree.status).toBe(401);
});

it('with a Bearer token, the cookie is ignored', async () => {
  const { jar } = await aLogin();
  const reply = await call('GET', '/store/customers/me', {
    headers: withCookie(jar.header, bearer('x.y.z')),
  });
  expect(reply.status).toBe(401);
});

describe('another site', () => {
  let server: Server;
  let cookie: string;
  const shop = 'https://shop.example.com';

  beforeAll(async () => {
    server = await anotherServer({ TANDEM_CORS: `${shop}, http://localhost:8000` });
    cookie = (await aLogin()).jar.header;
  });
  afterAll(() => server.stop());

  it.each([
    ['no origin: not a browser', {}, 200],
    ['an allowed origin', { origin: shop }, 200],
    ['an origin that is not allowed', { origin: 'https://evil.example.com' }, 401],
    ['an origin that starts like it', { origin: `${shop}.evil.example.com` }, 401],
    ['another scheme', { origin: 'http://shop.example.com' }, 401],
    ['a page without an origin', { origin: 'null' }, 401],
    ['Sec-Fetch-Site: same-origin', { 'sec-fetch-site': 'same-origin' }, 200],
    ['Sec-Fetch-Site: same-site', { 'sec-fetch-site': 'same-site' }, 401],
    ['Sec-Fetch-Site: cross-site', { 'sec-fetch-site': 'cross-site' }, 401],
    [
      'a disallowed origin with Sec-Fetch-Site: same-origin',
      { origin: 'https://evil.example.com', 'sec-fetch-site': 'same-origin' },
      401,
    ],
  ])('%s: a change by cookie', async (_, headers, status) => {
    const reply = await change(cookie, headers, server.url);
    expect(reply.status).toBe(status);
    if (status === 401) expect(reply.body).toEqual({ message: 'Unauthorized' });
  });

  it('can neither log out nor capture; the server’s own origin can change', async () => {
    expect((await change(cookie, { origin: server.url }, server.url)).status).toBe(200);
    const evil = { origin: 'https://evil.example.com' };
    expect((await end(cookie, evil)).status).toBe(401);
    expect((await me(cookie)).status).toBe(200);
    const admin = (await open(store.admin.jwt)).jar;
    const capture = await call('POST', '/admin/payments/pay_x/capture', {
      headers: { cookie: admin.header, ...evil },
      body: {},
    });
    expect([capture.status, capture.body]).toEqual([401, { message: 'Unauthorized' }]);
  });

  it('can read from an allowed origin, and its preflight succeeds', async () => {
    const preflight = await fetch(`${server.url}/store/customers/me`, {
      method: 'OPTIONS',
      headers: { origin: shop, 'access-control-request-method': 'POST' },
    });
    expect([preflight.status, preflight.headers.get('access-control-allow-origin')]).toEqual([204, shop]);
    expect(preflight.headers.get('access-control-allow-credentials')).toBe('true');
    const { headers } = await call('GET', '/api/v3/store/cart', {
      headers: { origin: shop },
      server: server.url,
    });
    expect(headers.get('access-control-allow-origin')).toBe(shop);
    expect(headers.get('access-control-expose-headers')).toContain('X-Request-Id');
    expect(headers.get('vary')).toMatch(/Accept.*Origin/);
  });

  it('cannot read from another origin, nor read the docs', async () => {
    const origin = 'https://evil.example.com';
    const evil = await call('GET', '/store/customers/me', { headers: { origin }, server: server.url });
    expect([evil.headers.get('access-control-allow-origin'), evil.headers.get('vary')]).toEqual([
      null,
      expect.stringContaining('Origin'),
    ]);
    const docs = await fetch(`${server.url}/docs/admin/openapi.json`, { headers: { origin: shop } });
    expect(docs.headers.get('access-control-allow-origin')).toBeNull();
  });
});

it('an invalid origin in TANDEM_CORS stops the start with a one-line error', async () => {
  for (const TANDEM_CORS of ['*', 'shop.example.com', 'https://shop.example.com/', 'ftp://a.example.com'])
    await expect(anotherServer({ TANDEM_CORS })).rejects.toThrow(
      /tandem: TANDEM_CORS must be origins like .*\n$/,
    );
});
