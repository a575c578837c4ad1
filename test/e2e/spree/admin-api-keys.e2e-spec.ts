import { asAdmin, asOrderSystem, call, type Json, type Reply } from '../../support/http';
import { anotherServer, aStore, database, type StoreMade } from '../../support/tandem';

// API keys: shown once, revoked for good, and never another store's.

let store: StoreMade;

beforeAll(async () => {
  store = await aStore();
});

const admin = (method: string, path = '', body?: Json, key?: string): Promise<Reply> =>
  call(method, `/api/v3/admin/api_keys${path}`, { headers: asOrderSystem(store, key), body });

const worksAsSecret = async (token: string): Promise<boolean> =>
  (await call('GET', '/api/v3/admin/orders', { headers: { 'x-spree-api-key': token } })).status === 200;

const worksAsPublishable = async (token: string, server?: string): Promise<boolean> =>
  (await call('GET', '/api/v3/store/cart', { headers: { 'x-spree-api-key': token }, server })).status === 404;

it('a secret key is shown once, and works for admin in both dialects until it is revoked', async () => {
  const made = await admin('POST', '', { name: 'Back office', key_type: 'secret', scopes: ['write_all'] });
  expect([made.status, made.body]).toMatchObject([
    201,
    { token: expect.stringMatching(/^sk_/), revoked_at: null },
  ]);
  const { id, token } = made.body as { id: string; token: string };
  expect(await worksAsSecret(token)).toBe(true);
  const payments = await call('POST', '/admin/payments/pay_x/capture', {
    headers: asAdmin({ ...store, secret_key: token }),
    body: {},
  });
  expect(payments.status).toBe(404);
  expect((await admin('GET', `/${id}`)).body.token).toBeNull();
  expect((await admin('GET')).text).not.toContain(token);
  expect((await admin('PATCH', `/${id}/revoke`)).body.revoked_at).not.toBeNull();
  expect(await worksAsSecret(token)).toBe(false);
  const again = await admin('PATCH', `/${id}/revoke`);
  expect([again.status, again.body]).toEqual([200, (await admin('GET', `/${id}`)).body]);
});

it('concurrent revocations act as one, and a later one changes nothing', async () => {
  const { id } = (
    await admin('POST', '', { name: 'Twice revoked', key_type: 'secret', scopes: ['write_all'] })
  ).body;
  const path = `/${id as string}/revoke`;
  const [one, two] = await Promise.all([admin('PATCH', path), admin('PATCH', path)]);
  expect([one.status, two.status]).toEqual([200, 200]);
  expect(two.body).toEqual(one.body);
  expect((await admin('PATCH', path)).body).toEqual(one.body);
});

it('shows whether an admin or a key created it', async () => {
  const body = { name: 'Made', key_type: 'secret', scopes: ['write_all'] };
  const byKey = await admin('POST', '', body);
  const maker = (await admin('GET')).body.data.find(({ id }: Json) => id === byKey.body.created_by);
  expect([byKey.body.created_by, maker.key_type]).toEqual([expect.stringMatching(/^key_/), 'secret']);
  const headers = { authorization: `Bearer ${store.admin.jwt}` };
  const byAdmin = await call('POST', '/api/v3/admin/api_keys', { headers, body });
  expect(byAdmin.body.created_by).toMatch(/^admin_/);
});

it('the response stored for a repeated request contains no secret', async () => {
  const body = { name: 'Twice', key_type: 'secret', scopes: ['write_all'] };
  const first = await admin('POST', '', body, 'make-key');
  const second = await admin('POST', '', body, 'make-key');
  expect([second.status, second.body.id, second.body.token]).toEqual([201, first.body.id, null]);
  const { rows } = await database().query<{ text: string }>(
    `SELECT (SELECT json_agg(k)::text FROM idempotency_keys k) || (SELECT json_agg(a)::text FROM api_keys a) AS text`,
  );
  expect(rows[0]?.text).not.toContain(first.body.token);
});

it('a revoked publishable key is refused at once by this server, within a second by others', async () => {
  const server = await anotherServer();
  const { id, token } = (await admin('POST', '', { name: 'Shop', key_type: 'publishable' })).body;
  expect([await worksAsPublishable(token), await worksAsPublishable(token, server.url)]).toEqual([
    true,
    true,
  ]);
  expect((await admin('DELETE', `/${id as string}`)).status).toBe(204);
  expect(await worksAsPublishable(token)).toBe(false);
  await new Promise((later) => setTimeout(later, 1100));
  expect(await worksAsPublishable(token, server.url)).toBe(false);
  await server.stop();
});

it('lists by type, newest first, and only the store’s own', async () => {
  const { body } = await admin('GET', '?q[key_type_eq]=publishable');
  expect(new Set(body.data.map(({ key_type }: Json) => key_type as string))).toEqual(
    new Set(['publishable']),
  );
  expect((await admin('GET', '?q[key_type_eq]=root')).body).toMatchObject({ data: [], meta: { count: 0 } });
  const other = await aStore();
  const first = (await admin('POST', '', { name: 'Ours', key_type: 'secret', scopes: ['write_all'] })).body;
  const foreign = await call('PATCH', `/api/v3/admin/api_keys/${first.id as string}/revoke`, {
    headers: asOrderSystem(other),
  });
  expect(foreign.status).toBe(404);
  expect((await admin('GET', `/${first.id as string}`)).body.revoked_at).toBeNull();
});

it.each([
  [{}, ['key_type', 'name']],
  [{ name: '', key_type: 'secret', scopes: ['write_all'] }, ['name']],
  [{ name: 'x', key_type: 'root' }, ['key_type']],
  [{ name: '4242 4242 4242 4242', key_type: 'secret', scopes: ['write_all'] }, ['name']],
  [{ name: 'x'.repeat(256), key_type: 'secret', scopes: ['write_all'] }, ['name']],
  [{ name: 'x', key_type: ['secret'] }, ['key_type']],
])('%j is 422, and nothing is written', async (body, fields) => {
  const before = (await admin('GET')).body.meta.count as number;
  const reply = await admin('POST', '', body);
  expect([reply.status, Object.keys(reply.body.error.details).sort()]).toEqual([422, fields]);
  expect((await admin('GET')).body.meta.count).toBe(before);
});

it('pages the list, showing no key twice', async () => {
  for (const name of ['a', 'b', 'c']) await admin('POST', '', { name, key_type: 'publishable' });
  const [first, second] = [await admin('GET', '?limit=2'), await admin('GET', '?limit=2&page=2')];
  const ids = [...first.body.data, ...second.body.data].map(({ id }: Json) => id as string);
  expect([new Set(ids).size, second.body.meta.from]).toEqual([4, 3]);
});

it.each(['key_x', 'pm_1C5nQHTxNqcUU3WZ1J6bWb', 'key_1C5nQHTxNqcUU3WZ1J6bWb', '%00'])(
  'no key has the id %s',
  async (id) => {
    const replies = [
      await admin('GET', `/${id}`),
      await admin('PATCH', `/${id}/revoke`),
      await admin('DELETE', `/${id}`),
    ];
    for (const { status } of replies) expect(id === '%00' ? [400, 404] : [404]).toContain(status);
  },
);
