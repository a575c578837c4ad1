import { asAdmin, asOrderSystem, call, type Json, type Reply } from '../../support/http';
import { spreeIdOf } from '../../support/ids';
import { inviteUser, bearer } from '../../support/logins';
import { aStore, type StoreMade } from '../../support/tandem';

// Spree's admin_users: staff are invited, so there is no POST; names can be changed and accounts deleted.

let store: StoreMade;
let member: { id: string; email: string; token: string };
let id: string;

beforeAll(async () => {
  store = await aStore();
  member = await inviteUser(store);
  id = spreeIdOf('admin', member.id);
});

const ask = (
  method: string,
  which: string,
  ...[body, headers = asOrderSystem(store)]: [Json?, Record<string, string>?]
): Promise<Reply> => call(method, `/api/v3/admin/admin_users/${which}`, { headers, body });
const change = (body: Json): Promise<Reply> => ask('PATCH', id, body);

it('changes a name: an omitted field stays, null clears it, and both dialects show it', async () => {
  const both = await change({ first_name: 'Ada', last_name: 'Lovelace' });
  expect([both.status, both.body]).toMatchObject([
    200,
    { id, email: member.email, first_name: 'Ada', last_name: 'Lovelace', full_name: 'Ada Lovelace' },
  ]);
  expect((await change({ last_name: 'King' })).body.full_name).toBe('Ada King');
  expect((await change({ first_name: null })).body).toMatchObject({ first_name: null, full_name: 'King' });
  expect((await change({ first_name: '' })).body.full_name).toBe('King');
  expect((await change({})).body.last_name).toBe('King');
  const { body } = await call('GET', `/admin/users/${member.id}`, { headers: asAdmin(store) });
  expect(body.user).toMatchObject({ first_name: '', last_name: 'King' });
  expect((await ask('GET', id)).body).toMatchObject({ first_name: '', last_name: 'King' });
});

it.each([
  ['a role', { role_ids: ['role_1'] }, { role_ids: ['cannot be set here'] }],
  ['an empty list of roles', { role_ids: [] }, { role_ids: ['cannot be set here'] }],
  ['another email', { email: 'new@example.com' }, { email: ['cannot be set here'] }],
  ['another password', { password: 'another one' }, { password: ['cannot be set here'] }],
  ['a locale', { selected_locale: 'de' }, { selected_locale: ['cannot be set here'] }],
  [
    'a name that is not a string',
    { first_name: 5 },
    { first_name: expect.arrayContaining(['must be a string']) },
  ],
  ['a name with a card number', { first_name: '4242 4242 4242 4242' }, { first_name: [expect.anything()] }],
  ['a name that is too long', { last_name: 'x'.repeat(256) }, { last_name: [expect.anything()] }],
])('%s is refused, and nothing is written', async (_, body, details) => {
  const before = (await ask('GET', id)).body;
  const refused = await change({ last_name: 'Byron', ...body });
  expect([refused.status, refused.body.error]).toMatchObject([422, { code: 'validation_error', details }]);
  expect((await ask('GET', id)).body).toEqual(before);
});

it('an id is found by Tandem’s prefix and by current Spree’s; any other prefix is not found', async () => {
  const digits = id.slice(id.indexOf('_'));
  for (const prefix of ['admin', 'adm']) {
    const replies = [await ask('GET', prefix + digits), await ask('PATCH', prefix + digits, {})];
    expect(replies.map(({ status, body }) => [status, body.id])).toEqual([
      [200, id],
      [200, id],
    ]);
  }
  for (const prefix of ['cus', 'cust', 'user', 'ad', 'key'])
    expect((await ask('GET', prefix + digits)).status).toBe(404);
  const customer = store.customer.id.slice(store.customer.id.indexOf('_'));
  for (const prefix of ['cus', 'cust']) {
    const found = await call('GET', `/api/v3/admin/customers/${prefix}${customer}`, {
      headers: asOrderSystem(store),
    });
    expect([found.status, found.body.id]).toEqual([200, store.customer.id]);
  }
});

it.each(['GET', 'PATCH', 'DELETE'])(
  '%s of another store’s staff, or of an unknown id, is 404',
  async (method) => {
    const other = await aStore();
    const theirs = spreeIdOf('admin', (await inviteUser(other)).id);
    for (const wrong of [theirs, 'admin_1MHFunQBWpXNSgBsDVhMNe', 'admin_', 'x'])
      expect((await ask(method, wrong, method === 'PATCH' ? { first_name: 'Eve' } : undefined)).status).toBe(
        404,
      );
    expect((await ask('GET', theirs, undefined, asOrderSystem(other))).body.first_name).toBeNull();
  },
);

it('a user can change their own name, but not delete themselves', async () => {
  const { id: mine, token } = await inviteUser(store);
  const me = spreeIdOf('adm', mine);
  expect((await ask('PATCH', me, { first_name: 'Me' }, bearer(token))).body.first_name).toBe('Me');
  const gone = await ask('DELETE', me, undefined, bearer(token));
  expect([gone.status, gone.body.error.message]).toEqual([422, 'A user cannot delete itself']);
  expect((await ask('GET', me, undefined, bearer(token))).status).toBe(200);
});
