import { setTimeout as pause } from 'node:timers/promises';
import { asOrderSystem, asShopper, call, type Json, type Reply } from '../../support/http';
import { medusaIdOf } from '../../support/ids';
import { asBackOffice } from '../../support/medusa-admin';
import { anotherServer, aStore, database, type StoreMade } from '../../support/tandem';

// API keys in Medusa's dialect: creating, rotating, revoking (at once or later), and deleting once revoked.

let store: StoreMade;

beforeAll(async () => {
  store = await aStore();
});

const admin = (method: string, rest = '', body?: Json, key?: string): Promise<Reply> =>
  asBackOffice(store, method, `/api-keys${rest}`, { body, key });

async function aKey(type: string, title = 'x'): Promise<Json> {
  const reply = await admin('POST', '', { title, type });
  if (reply.status !== 200) throw new Error(reply.text);
  return reply.body.api_key;
}

const statusAsSecretKey = async (token: string): Promise<number> =>
  (await asBackOffice({ ...store, secret_key: token }, 'GET', '/payments?limit=1')).status;

const statusAsPublishableKey = async (token: string, server?: string): Promise<number> =>
  (
    await call('GET', `/store/payment-providers?region_id=${store.region_id}`, {
      headers: asShopper({ ...store, publishable_key: token }),
      server,
    })
  ).status;

const CREATED = {
  id: expect.stringMatching(/^apk_/),
  title: 'web',
  redacted: expect.stringMatching(/^[ps]k_...\*\*\*...$/),
  last_used_at: null,
  created_by: expect.stringMatching(/^apk_/),
  revoked_by: null,
  revoked_at: null,
  created_at: expect.any(String),
  updated_at: expect.any(String),
};

it('creates both kinds, and shows a secret key’s token only in the response that creates it', async () => {
  const publishable = await aKey('publishable', 'web');
  const token = expect.stringMatching(/^pk_[0-9a-f]{64}$/);
  expect(publishable).toEqual({ ...CREATED, type: 'publishable', token, deleted_at: null });
  expect((await admin('GET', `/${publishable.id as string}`)).body.api_key).toEqual({
    ...CREATED,
    type: 'publishable',
    token: publishable.token,
    sales_channels: [{ id: expect.stringMatching(/^sc_/), name: expect.any(String) }],
  });
  const secret = await aKey('secret', 'web');
  expect(secret.token).toMatch(/^sk_[0-9a-f]{64}$/);
  const read = await admin('GET', `/${secret.id as string}`);
  expect(read.body.api_key).toEqual({ ...CREATED, type: 'secret', token: '', sales_channels: [] });
  expect((await admin('GET')).text).not.toContain(secret.token);
});

it('a repeated creation creates no second key, and does not show the secret again', async () => {
  const body = { title: 'twice', type: 'secret' };
  const [one, two] = [await admin('POST', '', body, 'make'), await admin('POST', '', body, 'make')];
  expect(two.body.api_key).toEqual({ ...one.body.api_key, token: '' });
  expect((await admin('GET', '?title=twice')).body.count).toBe(1);
});

it('shows who created and who revoked a key: an admin, a key, or empty when unknown', async () => {
  const headers = { authorization: `Bearer ${store.admin.jwt}` };
  const body = { title: 'by an admin', type: 'secret' };
  const { api_key } = (await call('POST', '/admin/api-keys', { headers, body })).body;
  expect(api_key.created_by).toMatch(/^user_/);
  const ended = (await admin('POST', `/${api_key.id as string}/revoke`)).body.api_key;
  expect([ended.created_by, ended.revoked_by]).toEqual([api_key.created_by, expect.stringMatching(/^apk_/)]);
  const other = await aKey('secret');
  const path = `/admin/api-keys/${other.id as string}/revoke`;
  expect((await call('POST', path, { headers, body: {} })).body.api_key.revoked_by).toBe(api_key.created_by);
  await database().query('UPDATE api_keys SET created_by = NULL WHERE token = $1', [store.publishable_key]);
  const listed = await admin('GET', `?token=${store.publishable_key}`);
  expect(listed.body.api_keys[0].created_by).toBe('');
});

it('filters, sorts and pages the list', async () => {
  store = await aStore();
  const keys = [
    await aKey('publishable', 'one'),
    await aKey('publishable', 'two'),
    await aKey('secret', 'two'),
  ];
  const titles = async (query: string): Promise<string[]> => {
    const reply = await admin('GET', query);
    expect([query, reply.status]).toEqual([query, 200]);
    return reply.body.api_keys.map(({ title, type }: Json) => `${title as string} ${type as string}`);
  };
  const [one, two] = ['one publishable', 'two publishable'];
  expect(await titles(`?id[]=${keys[0].id as string}&id[]=${keys[1].id as string}`)).toEqual([one, two]);
  expect(await titles('?title=two&type=publishable')).toEqual([two]);
  expect(await titles('?title[]=one&title[]=two&order=-created_at&limit=2')).toEqual(['two secret', two]);
  expect(await titles(`?token=${keys[0].token as string}`)).toEqual([one]);
  expect(await titles(`?token=${keys[2].token as string}`)).toEqual([]);
  expect(await titles('?q=ONE')).toEqual([one]);
  expect(await titles(`?created_at[$gt]=${keys[0].created_at as string}&fields=title,type`)).toEqual([
    two,
    'two secret',
  ]);
  expect(await titles('?revoked_at[$lte]=2120-01-01T00:00:00Z')).toEqual([]);
  await admin('POST', `/${keys[1].id as string}/revoke`);
  expect(await titles('?revoked_at[$lte]=2120-01-01T00:00:00Z')).toEqual([two]);
  const page = (await admin('GET', '?type=publishable&limit=1&offset=1')).body;
  expect([page.count, page.offset, page.limit, page.api_keys.length]).toEqual([3, 1, 1, 1]);
  expect((await admin('GET', '?type=other')).status).toBe(400);
  expect((await admin('GET', '?order=token_hash')).status).toBe(400);
});

it('changes the title, and nothing else', async () => {
  const { id } = await aKey('publishable');
  expect((await admin('POST', `/${id as string}`, { title: 'y' })).body.api_key.title).toBe('y');
  for (const body of [{}, { title: '' }, { title: 5 }, { title: 'z', type: 'secret' }]) {
    expect((await admin('POST', `/${id as string}`, body)).status).toBe(400);
  }
});

it.each([
  [{ title: 'x' }, "Invalid request: Field 'type' is required"],
  [{ title: 'x', type: 'root' }, "Invalid request: Invalid value for field 'type'"],
  [{ type: 'secret' }, "Invalid request: Field 'title' is required"],
  [{ title: 'x', type: 'secret', token: 'sk_mine' }, "Invalid request: Unrecognized fields: 'token'"],
])('%j creates no key', async (body, message) => {
  const reply = await admin('POST', '', body);
  expect([reply.status, reply.body]).toEqual([400, { type: 'invalid_data', message }]);
});

it('a revoked key of either kind stops working at once on this server and within a second on others', async () => {
  const server = await anotherServer();
  const [secret, publishable] = [await aKey('secret'), await aKey('publishable')];
  expect([
    await statusAsSecretKey(secret.token),
    await statusAsPublishableKey(publishable.token, server.url),
  ]).toEqual([200, 200]);
  for (const { id } of [secret, publishable]) await admin('POST', `/${id as string}/revoke`, {});
  expect([await statusAsSecretKey(secret.token), await statusAsPublishableKey(publishable.token)]).toEqual([
    401, 400,
  ]);
  await pause(1100);
  expect(await statusAsPublishableKey(publishable.token, server.url)).toBe(400);
  await server.stop();
});

it('a key revoked for later works until then; the time can be moved earlier, never later', async () => {
  const { id, token } = await aKey('secret');
  const revoke = async (body: Json): Promise<number> =>
    Date.parse((await admin('POST', `/${id as string}/revoke`, body)).body.api_key.revoked_at);
  const later = await revoke({ revoke_in: 3600 });
  expect(later).toBeGreaterThan(Date.now() + 3_500_000);
  expect(await revoke({ revoke_in: 7200 })).toBe(later);
  expect(await statusAsSecretKey(token)).toBe(200);
  expect((await admin('DELETE', `/${id as string}`)).status).toBe(400);
  expect(await revoke({ revoke_in: 1.5 })).toBeLessThan(Date.now() + 2000);
  expect(await statusAsSecretKey(token)).toBe(200);
  await pause(1600);
  expect(await statusAsSecretKey(token)).toBe(401);
  for (const revoke_in of [-1, 'soon', 1e12, null, '3600', [3600], {}]) {
    expect((await admin('POST', `/${id as string}/revoke`, { revoke_in })).status).toBe(400);
  }
});

it('a refused revocation leaves the key as it is', async () => {
  const { id, token } = await aKey('secret');
  const refused = await admin('POST', `/${id as string}/revoke`, { revoke_in: null });
  expect([refused.status, await statusAsSecretKey(token)]).toEqual([400, 200]);
  expect((await admin('GET', `/${id as string}`)).body.api_key.revoked_at).toBeNull();
});

it('can be deleted once revoked, and keys that it created still name it', async () => {
  const maker = await aKey('secret');
  const as = { ...store, secret_key: maker.token as string };
  const child = await asBackOffice(as, 'POST', '/api-keys', { body: { title: 'child', type: 'secret' } });
  const early = await admin('DELETE', `/${maker.id as string}`);
  expect([early.status, early.body]).toEqual([
    400,
    { type: 'not_allowed', message: `Cannot delete api keys that are not revoked - ${maker.id as string}` },
  ]);
  await admin('POST', `/${maker.id as string}/revoke`);
  const deleted = await admin('DELETE', `/${maker.id as string}`, undefined, 'delete');
  expect(deleted.body).toEqual({ id: maker.id, object: 'api_key', deleted: true });
  expect((await admin('DELETE', `/${maker.id as string}`, undefined, 'delete')).body).toEqual(deleted.body);
  expect(await statusAsSecretKey(maker.token)).toBe(401);
  expect((await admin('GET')).text).not.toContain(`"id":"${maker.id as string}"`);
  for (const rest of ['', '/revoke', '/sales-channels']) {
    const gone = await admin('POST', `/${maker.id as string}${rest}`, rest === '' ? { title: 'x' } : {});
    expect([gone.status, gone.body.message]).toEqual([
      404,
      `API Key with id: ${maker.id as string} was not found`,
    ]);
  }
  const { id } = child.body.api_key;
  expect((await admin('GET', `/${id as string}`)).body.api_key.created_by).toBe(maker.id);
  const spree = await call('GET', '/api/v3/admin/api_keys', { headers: asOrderSystem(store) });
  expect(spree.text).not.toContain(maker.redacted);
});

it('a key revoked in Spree’s dialect shows in Medusa’s who revoked it', async () => {
  const { id } = await aKey('publishable');
  const bits = await database().query<{ id: string }>(
    `SELECT id FROM api_keys WHERE title = 'x' ORDER BY id DESC LIMIT 1`,
  );
  expect(medusaIdOf('apk', bits.rows[0]?.id ?? '')).toBe(id);
  const listed = await call('GET', '/api/v3/admin/api_keys', { headers: asOrderSystem(store) });
  const path = `/api/v3/admin/api_keys/${listed.body.data[0].id as string}/revoke`;
  await call('PATCH', path, { headers: asOrderSystem(store) });
  expect((await admin('GET', `/${id as string}`)).body.api_key).toMatchObject({
    revoked_at: expect.any(String),
    revoked_by: expect.stringMatching(/^apk_/),
  });
});

it('a store is its only sales channel, linked to its publishable keys', async () => {
  const [publishable, secret] = [await aKey('publishable'), await aKey('secret')];
  const link = (key: Json, body: Json): Promise<Reply> =>
    admin('POST', `/${key.id as string}/sales-channels`, body);
  const own = (await admin('GET', `/${publishable.id as string}`)).body.api_key;
  const [{ id }] = own.sales_channels;
  for (const body of [{}, { add: [id] }, { remove: [id] }, { add: [id], remove: [id] }]) {
    expect((await link(publishable, body)).body.api_key).toEqual(own);
  }
  for (const body of [
    { add: ['sc_x'] },
    { remove: [id, medusaIdOf('sc', '01a1fc02-0000-7000-8000-000000000001')] },
  ]) {
    expect((await link(publishable, body)).status).toBe(404);
  }
  expect((await link(publishable, { add: 'sc_x' })).status).toBe(400);
  const refused = await link(secret, { add: [id] });
  expect([refused.status, refused.body.message]).toEqual([
    400,
    'Sales channels can only be associated with publishable API keys',
  ]);
});

it('another store’s keys can be neither read nor revoked', async () => {
  const { id, token } = await aKey('secret');
  const here = store;
  store = await aStore();
  expect((await admin('GET', `?id=${id as string}`)).body.count).toBe(0);
  const path = `/${id as string}`;
  const replies = [
    await admin('GET', path),
    await admin('POST', path, { title: 'mine' }),
    await admin('POST', `${path}/revoke`),
    await admin('DELETE', path),
    await admin('POST', `${path}/sales-channels`),
  ];
  expect(replies.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
  store = here;
  expect(await statusAsSecretKey(token)).toBe(200);
});
