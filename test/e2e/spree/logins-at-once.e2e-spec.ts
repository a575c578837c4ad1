import { setTimeout as pause } from 'node:timers/promises';
import { asOrderSystem, call, type Json, type Reply } from '../../support/http';
import { uuidOf } from '../../support/ids';
import { aStore, anotherServer, baseUrl, database, type StoreMade } from '../../support/tandem';

// An ended login stays ended: a request in flight at that moment must not extend it.

let store: StoreMade;
let count = 0;

beforeAll(async () => {
  store = await aStore();
});

const PASSWORD = 'correct horse battery';
const NEW_PASSWORD = 'staple staple staple';

interface Account {
  readonly id: string;
  readonly email: string;
  readonly token: string;
  readonly refresh_token: string;
}

const send = (
  method: string,
  path: string,
  body: Json,
  { token = '', server = baseUrl } = {},
): Promise<Reply> =>
  call(method, `/api/v3/store${path}`, {
    headers: {
      'x-spree-api-key': store.publishable_key,
      ...(token && { authorization: `Bearer ${token}` }),
    },
    body,
    server,
  });

async function anAccount(server = baseUrl): Promise<Account> {
  const email = `at-once-${++count}@example.com`;
  const { body } = await send('POST', '/auth/register', { email, password: PASSWORD }, { server });
  return { id: body.user.id, email, token: body.token, refresh_token: body.refresh_token };
}

const refresh = (refresh_token: string, server = baseUrl): Promise<Reply> =>
  send('POST', '/auth/refresh', { refresh_token }, { server });
const logIn = ({ email }: Account, password = PASSWORD): Promise<Reply> =>
  send('POST', '/auth/login', { email, password });
const logOut = ({ refresh_token }: Account): Promise<Reply> =>
  send('POST', '/auth/logout', { refresh_token });
const change = ({ token }: Account, body: Json): Promise<Reply> =>
  send('PATCH', '/customers/me', { current_password: PASSWORD, ...body }, { token });

/** Queues the requests on the account's row lock in this order, then releases the lock. */
async function queued(account: Account, ...sends: readonly (() => Promise<Reply>)[]): Promise<Reply[]> {
  const holder = await database().connect();
  try {
    await holder.query('BEGIN');
    const { rows } = await holder.query<{ pid: number }>(
      'SELECT pg_backend_pid() AS pid FROM customers WHERE id = $1 FOR UPDATE',
      [uuidOf(account.id)],
    );
    const replies: Promise<Reply>[] = [];
    for (const sendOne of sends) {
      replies.push(sendOne());
      await waiting(rows[0]?.pid ?? 0, replies.length);
    }
    await holder.query('COMMIT');
    return await Promise.all(replies);
  } finally {
    holder.release();
  }
}

/** Waits until at least `least` connections are blocked by `pid`, directly or not. */
async function waiting(pid: number, least: number): Promise<void> {
  for (const until = Date.now() + 10_000; Date.now() < until; await pause(20)) {
    const { rows } = await database().query<{ count: number }>(
      `WITH RECURSIVE behind AS (
         SELECT $1::int AS pid UNION SELECT a.pid FROM pg_stat_activity a, behind b
           WHERE a.wait_event_type = 'Lock' AND b.pid = ANY(pg_blocking_pids(a.pid)))
       SELECT count(*)::int - 1 AS count FROM behind`,
      [pid],
    );
    if ((rows[0]?.count ?? 0) >= least) return;
  }
  throw new Error(`fewer than ${least} requests are blocked`);
}

const statuses = (replies: readonly Reply[]): number[] => replies.map(({ status }) => status);

it('a refresh in flight does not outlive the logout', async () => {
  const account = await anAccount();
  const [refreshed, ended] = await queued(
    account,
    () => refresh(account.refresh_token),
    () => logOut(account),
  );
  expect([refreshed?.status, ended?.status]).toEqual([200, 204]);
  expect((await refresh(refreshed?.body.refresh_token)).status).toBe(401);
});

it('a refresh queued after a logout is refused', async () => {
  const account = await anAccount();
  const replies = await queued(
    account,
    () => logOut(account),
    () => refresh(account.refresh_token),
  );
  expect(statuses(replies)).toEqual([204, 401]);
});

it('a thief’s refresh in flight does not outlive the detected theft', async () => {
  const account = await anAccount();
  const stolen = await refresh(account.refresh_token);
  await database().query(
    `UPDATE refresh_tokens SET used_at = used_at - interval '11 seconds' WHERE customer_id = $1`,
    [uuidOf(account.id)],
  );
  const [thiefs, owners] = await queued(
    account,
    () => refresh(stolen.body.refresh_token),
    () => refresh(account.refresh_token),
  );
  expect([thiefs?.status, owners?.status]).toEqual([200, 401]);
  expect((await refresh(thiefs?.body.refresh_token)).status).toBe(401);
});

it('a refresh in flight does not outlive a password change', async () => {
  const account = await anAccount();
  const [refreshed, changed] = await queued(
    account,
    () => refresh(account.refresh_token),
    () => change(account, { password: NEW_PASSWORD }),
  );
  expect([refreshed?.status, changed?.status]).toEqual([200, 200]);
  expect((await refresh(refreshed?.body.refresh_token)).status).toBe(401);
});

it('a login with the old password fails after the change, even if sent before it', async () => {
  const account = await anAccount();
  const replies = await queued(
    account,
    () => change(account, { password: NEW_PASSWORD }),
    () => logIn(account),
  );
  expect(statuses(replies)).toEqual([200, 401]);
});

it('of two concurrent password changes one succeeds: the other’s current password is then wrong', async () => {
  const account = await anAccount();
  const replies = await queued(
    account,
    () => change(account, { password: NEW_PASSWORD }),
    () => change(account, { password: 'set by a thief' }),
  );
  expect(statuses(replies)).toEqual([200, 422]);
  expect(replies[1]?.body.error.code).toBe('current_password_invalid');
  expect((await logIn(account, NEW_PASSWORD)).status).toBe(200);
});

it('a concurrent email change is not reverted without the password', async () => {
  const account = await anAccount();
  const replies = await queued(
    account,
    () => change(account, { email: `new-${account.email}` }),
    () => change(account, { email: account.email, current_password: '' }),
  );
  expect(statuses(replies)).toEqual([200, 422]);
});

it('ten concurrent refreshes of one token all succeed, and a detected theft ends them all', async () => {
  const account = await anAccount();
  const replies = await Promise.all(Array.from({ length: 10 }, () => refresh(account.refresh_token)));
  expect(new Set(statuses(replies))).toEqual(new Set([200]));
  expect(new Set(replies.map(({ body }) => body.refresh_token)).size).toBe(10);
  await database().query(
    `UPDATE refresh_tokens SET used_at = used_at - interval '11 seconds' WHERE customer_id = $1`,
    [uuidOf(account.id)],
  );
  expect((await refresh(account.refresh_token)).status).toBe(401);
  const after = await Promise.all(replies.map(({ body }) => refresh(body.refresh_token)));
  expect(new Set(statuses(after))).toEqual(new Set([401]));
});

it('a search by email finds emails, not names', async () => {
  const { id } = await anAccount();
  const headers = asOrderSystem(store);
  const found = async (query: string): Promise<string[]> => {
    const { body } = await call('GET', `/api/v3/admin/customers?${query}`, { headers });
    return body.data.map((customer: Json) => customer.id as string);
  };
  const body = { first_name: 'Quentin', last_name: `at-once-${count}` };
  await call('PATCH', `/api/v3/admin/customers/${store.customer.id}`, { headers, body });
  expect(await found(`q[email_cont]=AT-ONCE-${count}@`)).toEqual([id]);
  expect(await found('q[email_cont]=quentin')).toEqual([]);
  expect(await found('search=quentin')).toEqual([store.customer.id]);
  expect(await found(`search=quentin&q[email_cont]=at-once-${count}@`)).toEqual([]);
});

it('no password or token is logged, not even at the most verbose level', async () => {
  const server = await anotherServer({ LOG_LEVEL: 'verbose' });
  try {
    const account = await anAccount(server.url);
    const options = { token: account.token, server: server.url };
    await send('POST', '/auth/login', { email: account.email, password: `${PASSWORD}?` }, options);
    await send('PATCH', '/customers/me', { password: NEW_PASSWORD, current_password: 'x' }, options);
    await send('POST', '/auth/login', `{"password":"${PASSWORD}"`, options);
    await refresh(account.refresh_token, server.url);
    await refresh('rt_never_issued', server.url);
    const printed = server.output();
    expect(printed).toContain('authentication_failed');
    for (const secret of [PASSWORD, NEW_PASSWORD, account.token, account.refresh_token, 'rt_never_issued']) {
      expect(printed).not.toContain(secret);
    }
  } finally {
    await server.stop();
  }
});
