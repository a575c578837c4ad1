import { anOrder, asAdmin, asShopper, call, cartIdOf, type Json, type Reply } from '../../support/http';
import { spreeIdOf } from '../../support/ids';
import { createAccount, anEmail, auth, PASSWORD } from '../../support/logins';
import { aStore, database, type StoreMade } from '../../support/tandem';

// Customers, admin users and invitations in Medusa's dialect.

let store: StoreMade;
let other: StoreMade;

beforeAll(async () => {
  [store, other] = [await aStore(), await aStore()];
});

const admin = (method: string, path: string, body?: Json, of = store): Promise<Reply> =>
  call(method, `/admin${path}`, { headers: asAdmin(of), body });
const own = (token: string, method: string, query = '', body?: Json): Promise<Reply> =>
  call(method, `/store/customers/me${query}`, { headers: asShopper(store, undefined, token), body });

const OWN = {
  id: expect.stringMatching(/^cus_[0-9A-Z]{26}$/),
  company_name: null,
  first_name: null,
  last_name: null,
  phone: null,
  metadata: null,
  has_account: true,
  deleted_at: null,
  created_at: expect.stringMatching(/^\d{4}-.*\.\d{3}Z$/),
  updated_at: expect.any(String),
  addresses: [],
};

describe('customers', () => {
  it('see the fields that Medusa shows, and no others through `fields`', async () => {
    const { email, token } = await createAccount(store);
    expect((await own(token, 'GET')).body).toEqual({ customer: { ...OWN, email } });
    const some = await own(token, 'GET', '?fields=email,%2Bpassword_hash,created_by,groups');
    expect(Object.keys(some.body.customer).sort()).toEqual(['email', 'id']);
  });

  it('change their names and metadata; null clears a field, and the email stays', async () => {
    const { token, email } = await createAccount(store);
    await own(token, 'POST', '', { first_name: 'Ada', company_name: 'Engines', metadata: { a: 1 } });
    const { body } = await own(token, 'POST', '', { first_name: null, metadata: { b: 2 } });
    expect(body.customer).toMatchObject({
      email,
      first_name: null,
      company_name: 'Engines',
      metadata: { a: 1, b: 2 },
    });
  });

  it.each([
    [{ email: 'new@example.com' }, "Invalid request: Unrecognized fields: 'email'"],
    [{ password: 'another one' }, "Invalid request: Unrecognized fields: 'password'"],
    [{ first_name: 5 }, "Invalid request: Expected type: 'string' for field 'first_name', got: '5'"],
    [{ metadata: { note: '4242 4242 4242 4242' } }, "Invalid request: Invalid value for field 'metadata'"],
  ])('with %j change nothing', async (body, message) => {
    const { token, email } = await createAccount(store);
    const reply = await own(token, 'POST', '', body);
    expect([reply.status, reply.body]).toEqual([400, { type: 'invalid_data', message }]);
    expect((await own(token, 'GET')).body.customer).toMatchObject({
      email,
      first_name: null,
      metadata: null,
    });
  });
});

describe('staff', () => {
  it('create a customer without a login, only once per Idempotency-Key', async () => {
    const email = anEmail();
    const send = (): Promise<Reply> =>
      call('POST', '/admin/customers', { headers: asAdmin(store, 'made'), body: { email, last_name: 'L' } });
    const [one, two] = [await send(), await send()];
    expect(one.body.customer).toMatchObject({ email, last_name: 'L', has_account: false, created_by: null });
    expect(two.body).toEqual(one.body);
    const again = await admin('POST', '/customers', { email });
    expect([again.status, again.body.type]).toEqual([400, 'invalid_data']);
    expect((await admin('POST', '/customers', {})).status).toBe(400);
  });

  it('see the customer’s fields on an order', async () => {
    const body = { email: anEmail(), company_name: 'Engines' };
    const { customer } = (await admin('POST', '/customers', body)).body;
    const order = await anOrder(store, { customer_id: spreeIdOf('cus', customer.id) });
    const path = `/orders/${cartIdOf(order.id, 'order')}?fields=*customer`;
    const shown = (await admin('GET', path)).body.order.customer;
    expect(shown).toMatchObject({ ...body, id: customer.id, has_account: false });
  });

  it('filter, sort and page the customers of their own store only', async () => {
    const mark = `mark${Date.now()}`;
    const make = async (name: string): Promise<string> =>
      (await admin('POST', '/customers', { email: `${name}.${mark}@example.com`, first_name: name })).body
        .customer.id;
    const [ada, bob] = [await make('ada'), await make('bob')];
    const ids = async (query: string, of = store): Promise<string[]> => {
      const { body } = await admin('GET', `/customers?fields=id&q=${mark}&${query}`, undefined, of);
      return body.customers.map(({ id }: Json) => id);
    };
    expect(await ids('order=-first_name')).toEqual([bob, ada]);
    expect(await ids('order=first_name&limit=1&offset=1')).toEqual([bob]);
    expect(await ids(`id[]=${ada}&id[]=cus_x`)).toEqual([ada]);
    expect(await ids(`email=BOB.${mark}@example.com`)).toEqual([bob]);
    expect(await ids('has_account=true')).toEqual([]);
    expect(await ids('has_account=false&created_at[$gt]=2020-01-01T00:00:00Z&order=id')).toEqual([ada, bob]);
    expect(await ids('created_at[$lt]=2020-01-01T00:00:00Z')).toEqual([]);
    expect(await ids('', other)).toEqual([]);
    const { body } = await admin('GET', `/customers?q=${mark}&limit=1`);
    expect([body.count, body.offset, body.limit, body.customers.length]).toEqual([2, 0, 1, 1]);
    expect((await admin('GET', `/customers/${ada}`, undefined, other)).body).toEqual({
      type: 'not_found',
      message: `Customer with id: ${ada} was not found`,
    });
  });

  it.each([
    'order=password_hash',
    'limit=-1',
    'has_account=perhaps',
    'created_at[$gt]=x',
    'nope=1',
    'q[a]=b',
  ])('a list by %s is 400', async (query) => {
    for (const list of ['customers', 'users'])
      expect((await admin('GET', `/${list}?${query}`)).status).toBe(400);
  });

  it('read and change their own user; a secret key has no user', async () => {
    const headers = { authorization: `Bearer ${store.admin.jwt}` };
    const { body } = await call('GET', '/admin/users/me', { headers });
    expect(body.user).toEqual({
      id: expect.stringMatching(/^user_/),
      email: store.admin.email,
      first_name: null,
      last_name: null,
      avatar_url: null,
      metadata: null,
      created_at: expect.any(String),
      updated_at: expect.any(String),
      deleted_at: null,
    });
    const changed = await admin('POST', `/users/${body.user.id as string}`, { first_name: 'Ada' });
    expect(changed.body.user).toMatchObject({ id: body.user.id, first_name: 'Ada' });
    const key = await admin('GET', '/users/me');
    expect([key.status, key.body]).toEqual([404, { type: 'not_found', message: 'User ID not found' }]);
    const { body: list } = await admin('GET', '/users');
    expect(list.users.map(({ email }: Json) => email)).toEqual([store.admin.email]);
  });
});

describe('an invitation', () => {
  const invite = async (email: string): Promise<{ id: string; token: string }> =>
    (await admin('POST', '/invites', { email })).body.invite;
  const registered = async (email: string): Promise<string> =>
    (await auth('user/emailpass/register', { email, password: PASSWORD }, store)).body.token;
  const accept = (token: string, jwt: string, body: Json = {}): Promise<Reply> =>
    call('POST', `/admin/invites/accept?token=${token}`, {
      headers: { authorization: `Bearer ${jwt}` },
      body,
    });

  it('creates one user with the invited email, who can log in', async () => {
    const email = anEmail();
    const { token } = await invite(email);
    const jwt = await registered(email);
    const replies = await Promise.all([1, 2, 3].map(() => accept(token, jwt, { first_name: 'Ada' })));
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 401, 401]);
    const login = await auth('user/emailpass', { email, password: PASSWORD });
    const headers = { authorization: `Bearer ${login.body.token as string}` };
    expect((await call('GET', '/admin/users/me', { headers })).body.user).toMatchObject({
      email,
      first_name: 'Ada',
    });
    expect((await admin('POST', '/invites', { email })).status).toBe(400);
  });

  it('is refused with another email, a guessed token, after expiry, and once deleted', async () => {
    const email = anEmail();
    const { id, token } = await invite(email);
    const uninvited = await registered(anEmail());
    expect((await accept(token, uninvited)).body).toEqual({ message: 'Unauthorized' });
    const jwt = await registered(email);
    expect((await accept('inv_guess', jwt)).status).toBe(401);
    const late = `UPDATE invites SET expires_at = now() + $2 WHERE email = $1`;
    await database().query(late, [email, '-1 second']);
    expect((await accept(token, jwt)).status).toBe(401);
    await database().query(late, [email, '1 hour']);
    expect((await admin('DELETE', `/invites/${id}`, undefined, other)).status).toBe(404);
    expect((await admin('DELETE', `/invites/${id}`)).body).toEqual({ id, object: 'invite', deleted: true });
    expect((await accept(token, jwt)).status).toBe(401);
  });

  it('shows its token only when created', async () => {
    const email = anEmail();
    const send = (): Promise<Reply> =>
      call('POST', '/admin/invites', { headers: asAdmin(store, 'invited'), body: { email } });
    const [one, two] = [await send(), await send()];
    expect(one.body.invite.token).toMatch(/^inv_[\w-]{43}$/);
    expect(two.body.invite).toEqual({ ...one.body.invite, token: '' });
    const { body } = await admin('GET', '/invites');
    expect(body.invites.map(({ token }: Json) => token)).toEqual(body.invites.map(() => ''));
  });
});
