import { createClient } from '@spree/sdk';
import { CustomerSchema } from '@spree/sdk/zod';
import { asOrderSystem, call, type Json, type Reply } from '../../support/http';
import { issueStoreCredit } from '../../support/spree';
import { aStore, baseUrl, database, type StoreMade } from '../../support/tandem';

// Accounts: no one else can take one over, and a lost response does not end a login.

let store: StoreMade;
let count = 0;

beforeAll(async () => {
  store = await aStore();
});

const sdk = (): ReturnType<typeof createClient> =>
  createClient({ baseUrl, publishableKey: store.publishable_key, retry: false });
const PASSWORD = 'correct horse battery';
const newEmail = (): string => `buyer${++count}@example.com`;
const post = (path: string, body: Json, headers: Record<string, string> = {}): Promise<Reply> =>
  call('POST', `/api/v3/store${path}`, {
    headers: { 'x-spree-api-key': store.publishable_key, ...headers },
    body,
  });

interface Account {
  readonly email: string;
  readonly token: string;
  readonly refresh_token: string;
}

async function anAccount(): Promise<Account> {
  const email = newEmail();
  const made = await sdk().customers.create({ email, password: PASSWORD, password_confirmation: PASSWORD });
  return { email, token: made.token, refresh_token: made.refresh_token };
}

/** Moves the last use of the tokens this many seconds into the past. */
const age = (seconds: number): Promise<unknown> =>
  database().query(`UPDATE refresh_tokens SET used_at = used_at - make_interval(secs => $1)`, [seconds]);

it('registers, logs in and reads the profile through the SDK', async () => {
  const email = `Upper${newEmail()}`;
  const made = await sdk().customers.create({
    email,
    password: PASSWORD,
    password_confirmation: PASSWORD,
    first_name: 'Ada',
    last_name: 'Lovelace',
    metadata: { from: 'test' },
  });
  expect(made.user).toMatchObject({ email: email.toLowerCase(), first_name: 'Ada' });
  const login = await sdk().auth.login({ email, password: PASSWORD });
  const me = CustomerSchema.parse(await sdk().customer.get({ token: login.token }));
  expect(me).toMatchObject({
    id: made.user.id,
    full_name: 'Ada Lovelace',
    available_store_credit_total: '0.0',
    display_available_store_credit_total: '$0.00',
  });
  expect(JSON.stringify([made, login, me])).not.toMatch(/password|scrypt|"from"/);
});

it('shows a customer their remaining store credit', async () => {
  await issueStoreCredit(store, '12.50');
  const me = CustomerSchema.parse(await sdk().customer.get({ token: store.customer.jwt }));
  expect(me.available_store_credit_total).toBe('12.5');
});

it('concurrent registrations of one email create one customer', async () => {
  const email = newEmail();
  const replies = await Promise.all(
    [email, email.toUpperCase(), email].map((variant) =>
      post('/auth/register', { email: variant, password: PASSWORD }),
    ),
  );
  expect(replies.map(({ status }) => status).sort()).toEqual([201, 422, 422]);
  expect(replies.find(({ status }) => status === 422)?.body).toEqual({
    error: {
      code: 'validation_error',
      message: 'Email has already been taken',
      details: { email: ['has already been taken'] },
    },
  });
});

it.each([
  [{}, 'Email is required'],
  [{ email: '  ', password: 'x' }, 'Email is required'],
  [{ email: 'a@example.com' }, 'Password is required'],
  [{ email: 'unknown@example.com', password: 'x' }, 'Invalid email or password'],
  [{ email: ':customer', password: 'wrong' }, 'Invalid email or password'],
])('login with %j is 401', async (body, message) => {
  const actual = 'email' in body && body.email === ':customer' ? { email: store.customer.email } : {};
  const reply = await post('/auth/login', { ...body, ...actual });
  expect([reply.status, reply.body]).toEqual([401, { error: { code: 'authentication_failed', message } }]);
});

it('a customer of one store cannot log in to another', async () => {
  const other = await aStore();
  const { email, token, refresh_token } = await anAccount();
  const there = { 'x-spree-api-key': other.publishable_key };
  expect((await post('/auth/login', { email, password: PASSWORD }, there)).status).toBe(401);
  expect((await post('/auth/refresh', { refresh_token }, there)).status).toBe(401);
  const me = await call('GET', '/api/v3/store/customers/me', {
    headers: { ...there, authorization: `Bearer ${token}` },
  });
  expect([me.status, me.body.error.code]).toEqual([401, 'authentication_required']);
});

it('rotates refresh tokens: each is valid once', async () => {
  const { refresh_token } = await anAccount();
  const second = await sdk().auth.refresh({ refresh_token });
  expect(second.refresh_token).not.toBe(refresh_token);
  expect(second.user.email).toContain('@example.com');
  const third = await sdk().auth.refresh({ refresh_token: second.refresh_token });
  expect(CustomerSchema.parse(await sdk().customer.get({ token: third.token })).id).toBe(third.user.id);
});

it('reuse of a stolen refresh token ends the whole login', async () => {
  const { refresh_token } = await anAccount();
  const second = await sdk().auth.refresh({ refresh_token });
  await age(11);
  await expect(sdk().auth.refresh({ refresh_token })).rejects.toMatchObject({
    status: 401,
    code: 'invalid_refresh_token',
  });
  await expect(sdk().auth.refresh({ refresh_token: second.refresh_token })).rejects.toMatchObject({
    status: 401,
  });
});

it('a lost response does not end a login: the same token works again for a moment', async () => {
  const { refresh_token } = await anAccount();
  const [first, again] = await Promise.all([1, 2].map(() => sdk().auth.refresh({ refresh_token })));
  await sdk().auth.refresh({ refresh_token: first?.refresh_token ?? '' });
  await sdk().auth.refresh({ refresh_token: again?.refresh_token ?? '' });
});

it('an ended login gives no new tokens, and logging out twice is no error', async () => {
  const { refresh_token } = await anAccount();
  const second = await sdk().auth.refresh({ refresh_token });
  await sdk().auth.logout({ refresh_token: second.refresh_token });
  await sdk().auth.logout({ refresh_token: second.refresh_token });
  await sdk().auth.logout({ refresh_token: 'rt_never' });
  for (const token of [refresh_token, second.refresh_token]) {
    expect((await post('/auth/refresh', { refresh_token: token })).body.error.code).toBe(
      'invalid_refresh_token',
    );
  }
});

it('refresh without a refresh token exchanges a valid JWT; without either it is 401', async () => {
  const { token } = await anAccount();
  const exchanged = await post('/auth/refresh', {}, { authorization: `Bearer ${token}` });
  expect([exchanged.status, typeof exchanged.body.token]).toEqual([200, 'string']);
  expect((await post('/auth/refresh', {})).body.error).toEqual({
    code: 'authentication_required',
    message: 'Authentication required',
  });
  for (const blank of ['', '  ']) {
    expect((await post('/auth/refresh', { refresh_token: blank })).body.error).toEqual({
      code: 'invalid_refresh_token',
      message: 'refresh_token is required',
    });
  }
});

it('a token without the password cannot take over the account', async () => {
  const account = await anAccount();
  const { email, token, refresh_token } = account;
  const change = (body: Json): Promise<Reply> =>
    call('PATCH', '/api/v3/store/customer', {
      headers: { 'x-spree-api-key': store.publishable_key, authorization: `Bearer ${token}` },
      body,
    });
  for (const body of [{ password: 'another one' }, { email: newEmail() }]) {
    expect((await change(body)).body.error.code).toBe('current_password_invalid');
    expect((await change({ ...body, current_password: 'wrong' })).status).toBe(422);
  }
  expect((await change({ first_name: 'Grace', email })).body).toMatchObject({ first_name: 'Grace', email });
  const changed = await change({ password: 'another one', current_password: PASSWORD });
  expect(changed.status).toBe(200);
  expect((await post('/auth/login', { email, password: PASSWORD })).status).toBe(401);
  expect((await post('/auth/login', { email, password: 'another one' })).status).toBe(200);
  expect((await post('/auth/refresh', { refresh_token })).status).toBe(401);
});

it.each([
  [{ email: 'no address', password: PASSWORD }, 'email'],
  [{ email: 'a@example.com', password: 'short' }, 'password'],
  [{ email: 'a@example.com', password: PASSWORD, password_confirmation: 'other' }, 'password_confirmation'],
  [{ password: PASSWORD }, 'email'],
  [{ email: { $ne: null }, password: PASSWORD }, 'email'],
  [{ email: 'a@example.com', password: PASSWORD, metadata: { pan: '4111111111111111' } }, 'metadata'],
])('registering with %j is 422 on its field', async (body, field) => {
  const reply = await post('/auth/register', body);
  expect([reply.status, reply.body.error.code]).toEqual([422, 'validation_error']);
  expect(Object.keys(reply.body.error.details)).toEqual([field]);
});

it('another login provider is 400', async () => {
  const reply = await post('/auth/login', { provider: 'google', email: 'a@b.c', password: 'x' });
  expect([reply.status, reply.body.error.code]).toEqual([400, 'invalid_provider']);
});

it('stores no password or refresh token in plain text', async () => {
  const { email, refresh_token } = await anAccount();
  const { rows } = await database().query<{ text: string }>(
    `SELECT to_jsonb(c)::text || (SELECT coalesce(json_agg(t), '[]')::text FROM refresh_tokens t WHERE t.customer_id = c.id)
       AS text FROM customers c WHERE email = $1`,
    [email],
  );
  expect(rows[0]?.text).not.toContain(PASSWORD);
  expect(rows[0]?.text).not.toContain(refresh_token.slice(3));
});

it('staff create, find and change customers of their own store only', async () => {
  const headers = asOrderSystem(store);
  const email = newEmail();
  const admin = (method: string, path = '', body?: Json): Promise<Reply> =>
    call(method, `/api/v3/admin/customers${path}`, { headers, body });
  const made = await admin('POST', '', { email, first_name: 'Zora' });
  expect([made.status, made.body.email]).toEqual([201, email]);
  expect((await post('/auth/login', { email, password: 'anything' })).status).toBe(401);
  expect((await admin('GET', '?search=zora')).body.data.map(({ id }: Json) => id as string)).toEqual([
    made.body.id,
  ]);
  expect((await admin('PATCH', `/${made.body.id as string}`, { password: PASSWORD })).status).toBe(200);
  expect((await post('/auth/login', { email, password: PASSWORD })).status).toBe(200);
  const other = await aStore();
  const foreign = await call('GET', `/api/v3/admin/customers/${made.body.id as string}`, {
    headers: asOrderSystem(other),
  });
  expect([foreign.status, foreign.body.error]).toEqual([
    404,
    { code: 'record_not_found', message: 'Customer not found' },
  ]);
});
