import { createHmac } from 'node:crypto';
import { asShopper, call, type Json, type Reply } from '../../support/http';
import {
  createCookie,
  inviteUser,
  createAccount,
  anEmail,
  auth,
  bearer,
  ends,
  PASSWORD,
  refused,
  type Ask,
} from '../../support/logins';
import type { Server } from '../../support/server-process';
import { anotherServer, aStore, baseUrl, database, serverEnv, type StoreMade } from '../../support/tandem';

// A token or a cookie is valid while its account exists, its password is unchanged, and its login has not ended: in both
// dialects, on every server.

let store: StoreMade;
let second: Server;

beforeAll(async () => {
  store = await aStore();
  second = await anotherServer();
});

afterAll(() => second.stop());

type Headers = Record<string, string>;

const inSpree = (token?: string): Headers => ({
  'x-spree-api-key': store.publishable_key,
  ...(token !== undefined && bearer(token)),
});

const meInMedusa =
  (token: string, server = baseUrl): Ask =>
  () =>
    call('GET', '/store/customers/me', { headers: asShopper(store, undefined, token), server });
const meInSpree =
  (token: string, server = baseUrl): Ask =>
  () =>
    call('GET', '/api/v3/store/customers/me', { headers: inSpree(token), server });
const meByCookie =
  (cookie: string, server = baseUrl): Ask =>
  () =>
    call('GET', '/store/customers/me', { headers: { ...asShopper(store), cookie }, server });
const refreshJwt = (token: string): Promise<Reply> =>
  call('POST', '/auth/token/refresh', { headers: bearer(token) });
const refresh = (refresh_token: string): Promise<Reply> =>
  call('POST', '/api/v3/store/auth/refresh', { headers: inSpree(), body: { refresh_token } });
const spreeLogout = (body: Json, token?: string): Promise<Reply> =>
  call('POST', '/api/v3/store/auth/logout', { headers: inSpree(token), body });

async function aSpreeLogin(): Promise<{ email: string; token: string; refresh_token: string }> {
  const email = anEmail();
  const { body } = await call('POST', '/api/v3/store/auth/register', {
    headers: inSpree(),
    body: { email, password: PASSWORD },
  });
  return { email, token: body.token, refresh_token: body.refresh_token };
}

describe('a new password', () => {
  it('ends a customer’s earlier tokens and cookies in both dialects, on both servers', async () => {
    const { token } = await createAccount(store);
    const cookie = await createCookie(token);
    const requests = [baseUrl, second.url].flatMap((server) => [
      meInMedusa(token, server),
      meInSpree(token, server),
      meByCookie(cookie, server),
    ]);
    for (const ask of requests) expect((await ask()).status).toBe(200);
    const changed = await call('PATCH', '/api/v3/store/customers/me', {
      headers: inSpree(token),
      body: { password: 'a new password', current_password: PASSWORD },
    });
    expect(changed.status).toBe(200);
    for (const ask of requests) await refused(ask);
  });

  it('set by staff ends them too, and a login with it works at once', async () => {
    const { email, token } = await createAccount(store);
    const headers = { 'x-spree-api-key': store.secret_key };
    const found = await call('GET', `/api/v3/admin/customers?q[email_eq]=${email}`, { headers });
    const path = `/api/v3/admin/customers/${found.body.data[0].id as string}`;
    await ends(meInSpree(token), () => call('PATCH', path, { headers, body: { password: 'set by staff' } }));
    const login = await auth('customer/emailpass', { email, password: 'set by staff' }, store);
    expect((await meInMedusa(login.body.token)()).status).toBe(200);
  });
});

describe('a logout', () => {
  it('in Spree’s dialect, by refresh token, ends the login’s token and cookie in Medusa’s', async () => {
    const { token, refresh_token } = await aSpreeLogin();
    const cookie = await createCookie(token);
    const renewed = (await refreshJwt(token)).body.token as string;
    await ends(meInMedusa(token), () => spreeLogout({ refresh_token }));
    expect((await refreshJwt(token)).status).toBe(401);
    expect((await refresh(refresh_token)).status).toBe(401);
    for (const ask of [
      meInMedusa(renewed),
      meInSpree(renewed),
      meByCookie(cookie),
      meInSpree(token, second.url),
    ])
      await refused(ask);
  });

  it('takes effect at once wherever a new token or cookie would be issued', async () => {
    const { token, refresh_token } = await aSpreeLogin();
    for (const server of [baseUrl, second.url]) expect((await meInSpree(token, server)()).status).toBe(200);
    expect((await spreeLogout({ refresh_token })).status).toBe(204);
    for (const server of [second.url, baseUrl]) {
      for (const path of ['/auth/token/refresh', '/auth/session'])
        expect((await call('POST', path, { headers: bearer(token), server })).status).toBe(401);
      const exchanged = await call('POST', '/api/v3/store/auth/refresh', {
        headers: inSpree(token),
        body: {},
        server,
      });
      expect(exchanged.status).toBe(401);
    }
  });

  it('in Medusa’s dialect, by cookie, ends the token behind the cookie and what Spree’s refresh issued for it', async () => {
    const { token } = await createAccount(store);
    const exchanged = await call('POST', '/api/v3/store/auth/refresh', { headers: inSpree(token), body: {} });
    const cookie = await createCookie(exchanged.body.token);
    await ends(meInSpree(token), () => call('DELETE', '/auth/session', { headers: { cookie } }));
    for (const issued of [token, exchanged.body.token as string])
      expect((await refreshJwt(issued)).status).toBe(401);
    expect((await refresh(exchanged.body.refresh_token)).status).toBe(401);
    expect((await meByCookie(cookie)()).status).toBe(401);
  });

  it('in Spree’s dialect, by token alone, ends that token’s login', async () => {
    const { token } = await createAccount(store);
    await ends(meInMedusa(token), () => spreeLogout({}, token));
  });

  it('of an admin’s cookie ends the admin’s token in both dialects', async () => {
    const { token } = await inviteUser(store);
    const cookie = await createCookie(token);
    const orders: Ask = () => call('GET', '/api/v3/admin/orders', { headers: bearer(token) });
    await ends(orders, () => call('DELETE', '/auth/session', { headers: { cookie } }));
  });

  it('ends only its own login: another login of the same account stays valid', async () => {
    const { email, token, refresh_token } = await aSpreeLogin();
    const other = await auth('customer/emailpass', { email, password: PASSWORD }, store);
    await ends(meInSpree(token), () => spreeLogout({ refresh_token }));
    expect((await meInSpree(other.body.token)()).status).toBe(200);
    expect((await refreshJwt(other.body.token)).status).toBe(200);
  });
});

it('a refresh token that is reused later ends its login, including its tokens', async () => {
  const { email, token, refresh_token } = await aSpreeLogin();
  const { body } = await refresh(refresh_token);
  await database().query(
    `UPDATE refresh_tokens SET used_at = used_at - interval '11 seconds'
      WHERE customer_id = (SELECT id FROM customers WHERE email = $1)`,
    [email],
  );
  await ends(meInMedusa(body.token), () => refresh(refresh_token));
  await refused(meInSpree(token));
});

describe('tokens of the first version and of the command line', () => {
  const { JWT_SECRET = '' } = serverEnv;

  /** Signs the token as the first version did: without a login id. */
  function withoutLoginId(token: string): string {
    const [head = '', payload = ''] = token.split('.');
    const { login_id: _, ...claims } = JSON.parse(Buffer.from(payload, 'base64url').toString());
    const signed = `${head}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}`;
    return `${signed}.${createHmac('sha256', JWT_SECRET).update(signed).digest('base64url')}`;
  }

  it('a token without a login id is valid, and what was issued for it ends with it', async () => {
    const old = withoutLoginId((await createAccount(store)).token);
    const renewed = (await refreshJwt(old)).body.token as string;
    const cookie = await createCookie(old);
    await ends(meInMedusa(renewed), () => call('DELETE', '/auth/session', { headers: { cookie } }));
    await refused(meInSpree(old));
    expect((await refreshJwt(old)).status).toBe(401);
  });

  it('a cookie session without a login id is valid until its logout or a new password', async () => {
    const { email, token } = await createAccount(store);
    const cookies = [await createCookie(token), await createCookie(token)];
    await database().query(
      `UPDATE login_sessions SET login_id = NULL WHERE owner_id = (SELECT id FROM customers WHERE email = $1)`,
      [email],
    );
    const [one = '', two = ''] = cookies;
    await ends(meByCookie(one), () => call('DELETE', '/auth/session', { headers: { cookie: one } }));
    await ends(meByCookie(two), () =>
      call('PATCH', '/api/v3/store/customers/me', {
        headers: inSpree(token),
        body: { password: 'a new password', current_password: PASSWORD },
      }),
    );
  });

  it('the command line’s token has no login: a logout does not end it, deleting the account does', async () => {
    const other = await aStore();
    const key = { 'x-spree-api-key': other.publishable_key };
    const { jwt } = other.customer;
    const out = await call('POST', '/api/v3/store/auth/logout', {
      headers: { ...key, ...bearer(jwt) },
      body: {},
    });
    const orders: Ask = () => call('GET', '/admin/orders', { headers: bearer(other.admin.jwt) });
    expect([out.status, (await refreshJwt(jwt)).status]).toEqual([204, 200]);
    await ends(orders, () =>
      database().query('DELETE FROM admin_users WHERE email = $1', [other.admin.email]),
    );
  });
});

it('a login ended in one store does not end the login of another store', async () => {
  const other = await aStore();
  const { token } = await createAccount(other);
  const { login_id } = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
  await database().query(
    `INSERT INTO ended_logins (store_id, id, expires_at)
     SELECT store_id, $2, now() + interval '1 day' FROM api_keys WHERE token = $1`,
    [store.publishable_key, login_id],
  );
  expect((await refreshJwt(token)).status).toBe(200);
});
