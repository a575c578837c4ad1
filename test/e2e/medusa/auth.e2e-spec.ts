import { asOrderSystem, asShopper, call, type Json, type Reply } from '../../support/http';
import { createAccount, anEmail, auth, PASSWORD, registered } from '../../support/logins';
import { asStaff } from '../../support/spree';
import { aStore, type StoreMade } from '../../support/tandem';

// Authentication in Medusa's dialect: no one gets into another's account.

let store: StoreMade;
let other: StoreMade;

beforeAll(async () => {
  [store, other] = [await aStore(), await aStore()];
});

const WRONG = { type: 'unauthorized', message: 'Invalid email or password' };
const TAKEN = { type: 'unauthorized', message: 'Identity with email already exists' };

const logIn = (email: string, password = PASSWORD, of = store): Promise<Reply> =>
  auth('customer/emailpass', { email, password }, of);
const open = (token: string, body: Json, key?: string): Promise<Reply> =>
  call('POST', '/store/customers', { headers: asShopper(store, key, token), body });
const me = (token: string): Promise<Reply> =>
  call('GET', '/store/customers/me', { headers: asShopper(store, undefined, token) });
const refresh = (token: string): Promise<Reply> =>
  call('POST', '/auth/token/refresh', { headers: { authorization: `Bearer ${token}` } });
/** Changes the password in Spree's dialect: both dialects share the account. */
const newPassword = (token: string, password: string): Promise<Reply> =>
  call('PATCH', '/api/v3/store/customers/me', {
    headers: { 'x-spree-api-key': store.publishable_key, authorization: `Bearer ${token}` },
    body: { password, current_password: PASSWORD },
  });

describe('a login', () => {
  it.each([
    [{}, 'Password should be a string'],
    [{ email: 'a@example.com' }, 'Password should be a string'],
    [{ email: 'a@example.com', password: 5 }, 'Password should be a string'],
    [{ password: 'x' }, 'Email should be a string'],
    [{ email: ['a@example.com'], password: 'x' }, 'Email should be a string'],
    [{ email: 'unknown@example.com', password: 'x' }, 'Invalid email or password'],
    [{ email: `${'x'.repeat(5000)}@example.com`, password: 'x' }, 'Invalid email or password'],
  ])('with %j is 401', async (body, message) => {
    for (const where of [store, undefined]) {
      const reply = await auth('customer/emailpass', body, where);
      expect([reply.status, reply.body]).toEqual([401, { type: 'unauthorized', message }]);
    }
  });

  it('without a key works when the email has an account in one store only', async () => {
    const { email } = await createAccount(store);
    expect((await auth('customer/emailpass', { email, password: PASSWORD })).status).toBe(200);
    const registration = await registered(other, email);
    const headers = asShopper(other, undefined, registration);
    await call('POST', '/store/customers', { headers, body: { email } });
    const reply = await auth('customer/emailpass', { email, password: PASSWORD });
    expect([reply.status, reply.body]).toEqual([401, WRONG]);
    expect((await logIn(email)).status).toBe(200);
  });

  it('without a key still works when someone registers the email in another store', async () => {
    const { email } = await createAccount(store);
    await registered(other, email, 'the password of another');
    expect((await auth('customer/emailpass', { email, password: PASSWORD })).status).toBe(200);
    const { admin } = store;
    await auth('user/emailpass/register', { email: admin.email, password: 'of another' }, other);
    const { email: to, password } = admin;
    expect((await auth('user/emailpass', { email: to, password })).status).toBe(200);
  });

  it('of one store is invalid in another, and a customer’s login is not an admin user’s', async () => {
    const { email } = await createAccount(store);
    expect((await logIn(email, PASSWORD, other)).body).toEqual(WRONG);
    expect((await auth('user/emailpass', { email, password: PASSWORD }, store)).body).toEqual(WRONG);
    const admins = { email: store.admin.email, password: store.admin.password };
    expect((await auth('customer/emailpass', admins, store)).body).toEqual(WRONG);
  });

  it('of an unknown actor type or provider is not found', async () => {
    const body = { email: store.customer.email, password: store.customer.password };
    for (const path of ['robot/emailpass', '__proto__/emailpass', 'customer/google'])
      expect((await auth(path, body, store)).status).toBe(404);
  });

  it('is valid for its own API only: a customer’s token not for the admin API, an admin’s not for customer pages', async () => {
    const { token } = await createAccount(store);
    const admin = { headers: { authorization: `Bearer ${token}` } };
    expect((await call('GET', '/admin/users/me', admin)).status).toBe(401);
    const { body } = await auth('user/emailpass', store.admin, store);
    expect((await me(body.token)).status).toBe(401);
    expect((await open(body.token, { email: anEmail() })).status).toBe(401);
  });

  it('takes as long for an unknown email as for a wrong password', async () => {
    const { email } = await createAccount(store);
    const timed = async (who: string): Promise<number> => {
      const began = performance.now();
      await logIn(who, 'wrong password');
      return performance.now() - began;
    };
    const best = async (who: string): Promise<number> =>
      Math.min(...[await timed(who), await timed(who), await timed(who), await timed(who)]);
    // scrypt takes tens of milliseconds, a look-up less than one: skipping it would be several times faster.
    expect((await best('unknown@example.com')) / (await best(email))).toBeGreaterThan(0.5);
  });
});

describe('a registration', () => {
  it('gives a token that reads no account and is not an admin’s', async () => {
    const token = await registered(store, anEmail());
    expect((await me(token)).status).toBe(401);
    const session = await call('POST', '/auth/session', { headers: { authorization: `Bearer ${token}` } });
    expect([session.status, session.headers.get('set-cookie')]).toEqual([401, null]);
    const elsewhere = await call('POST', '/store/customers', {
      headers: { 'x-publishable-api-key': other.publishable_key, authorization: `Bearer ${token}` },
      body: { email: 'a@example.com' },
    });
    expect(elsewhere.status).toBe(401);
  });

  it('sent twice at once for one email succeeds once, and the other password is not set', async () => {
    const email = anEmail();
    const passwords = ['the first password', 'the second password'];
    const replies = await Promise.all(
      passwords.map((password) => auth('customer/emailpass/register', { email, password }, store)),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 401]);
    expect(replies.find(({ status }) => status === 401)?.body).toEqual(TAKEN);
    const winner = replies.findIndex(({ status }) => status === 200);
    expect((await logIn(email, passwords[winner])).status).toBe(200);
    expect((await logIn(email, passwords[1 - winner])).body).toEqual(WRONG);
  });

  it('can be resumed by a login, whose token creates the customer', async () => {
    const email = anEmail();
    await registered(store, email);
    const { body } = await logIn(email);
    expect((await me(body.token)).status).toBe(401);
    expect((await open(body.token, { email })).status).toBe(200);
    const { body: after } = await logIn(email);
    expect((await me(after.token)).body.customer.email).toBe(email);
  });

  it('used several times at once creates one customer', async () => {
    const email = anEmail();
    const token = await registered(store, email);
    const replies = await Promise.all(Array.from({ length: 5 }, () => open(token, { email })));
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 401, 401, 401, 401]);
  });

  it('used twice with one Idempotency-Key gets the same response', async () => {
    const email = anEmail();
    const token = await registered(store, email);
    const [one, two] = [await open(token, { email }, 'once'), await open(token, { email }, 'once')];
    expect([two.status, two.body, two.headers.get('idempotent-replayed')]).toEqual([200, one.body, 'true']);
  });

  it('creates no customer with another email', async () => {
    const token = await registered(store, anEmail());
    const reply = await open(token, { email: anEmail() });
    expect([reply.status, reply.body.type]).toEqual([400, 'invalid_data']);
    expect((await open(token, {})).body.message).toBe('Email is required to create a customer');
  });

  it('does not take over a customer that staff created without a login', async () => {
    const email = anEmail();
    const headers = asOrderSystem(store);
    const early = await registered(store, email);
    const { id } = await asStaff(store, 'POST', '/customers', { email: email.toUpperCase() });
    const late = await auth('customer/emailpass/register', { email, password: PASSWORD }, store);
    expect([late.status, late.body]).toEqual([401, TAKEN]);
    const opened = await open(early, { email });
    expect([opened.status, opened.body.message]).toEqual([
      422,
      'Customer with this email already has an account',
    ]);
    const login = await logIn(email);
    expect(login.body).toEqual(WRONG);
    const stored = await call('GET', `/api/v3/admin/customers/${id as string}`, { headers });
    expect(stored.body).toMatchObject({ id, first_name: null });
  });

  it('of an email that has an account is refused, and the password stays', async () => {
    const { email } = await createAccount(store);
    const reply = await auth('customer/emailpass/register', { email, password: 'another one' }, store);
    expect([reply.status, reply.body]).toEqual([401, TAKEN]);
    expect((await logIn(email, 'another one')).status).toBe(401);
  });

  it('needs a publishable key, and an email and a password valid in both dialects', async () => {
    const register = (body: Json, of?: StoreMade): Promise<Reply> =>
      auth('customer/emailpass/register', body, of);
    expect((await register({ email: 'no email', password: PASSWORD }, store)).status).toBe(400);
    const short = await register({ email: anEmail(), password: 'short' }, store);
    expect([short.status, short.text.includes('short')]).toEqual([400, false]);
    const keyless = await register({ email: anEmail(), password: PASSWORD });
    expect([keyless.status, keyless.body.type]).toEqual([400, 'not_allowed']);
  });
});

describe('a token', () => {
  it('can be refreshed until the password changes, in either dialect', async () => {
    const { email, token } = await createAccount(store);
    expect((await refresh(token)).status).toBe(200);
    expect((await newPassword(token, 'a new password')).status).toBe(200);
    const refused = await refresh(token);
    expect([refused.status, refused.body]).toEqual([401, { message: 'Unauthorized' }]);
    const inSpree = await call('POST', '/api/v3/store/auth/refresh', {
      headers: { 'x-spree-api-key': store.publishable_key, authorization: `Bearer ${token}` },
      body: {},
    });
    expect(inSpree.status).toBe(401);
    const { body } = await logIn(email, 'a new password');
    expect((await refresh(body.token)).status).toBe(200);
  });

  it('of a login concurrent with a password change cannot be refreshed after it', async () => {
    const { email, token } = await createAccount(store);
    const [changed, ...logins] = await Promise.all([
      newPassword(token, 'a new password'),
      ...Array.from({ length: 4 }, () => logIn(email)),
    ]);
    expect(changed.status).toBe(200);
    for (const { status, body } of logins) {
      expect(status === 401 || (await refresh(body.token)).status === 401).toBe(true);
    }
  });
});
