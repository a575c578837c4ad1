import {
  anOrder,
  asGuest,
  asOrderSystem,
  call,
  sessionsPath,
  type Json,
  type Reply,
} from '../../support/http';
import { uuidOf } from '../../support/ids';
import { anotherServer, aStore, database, type StoreMade } from '../../support/tandem';

// Payment methods: who may change them, which settings are never shown, and how changes take effect.

let store: StoreMade;

beforeAll(async () => {
  store = await aStore();
});

const admin = (
  method: string,
  path = '',
  body?: Json,
  { of = store, key }: { of?: StoreMade; key?: string } = {},
): Promise<Reply> =>
  call(method, `/api/v3/admin/payment_methods${path}`, { headers: asOrderSystem(of, key), body });

const SECRET = 'sk_live_very_secret_1234';
const create = async (more: Json = {}): Promise<Json> =>
  (await admin('POST', '', { type: 'Spree::Gateway::Bogus', name: 'Cards', ...more })).body;

it('lists the available types, each with its settings', async () => {
  const { body } = await admin('GET', '/types');
  expect(body.data).toContainEqual({
    type: 'Spree::Gateway::Bogus',
    provider_id: 'pp_bogus_default',
    label: 'Bogus',
    description: 'Moves no real money',
    preference_schema: [
      { key: 'dummy_key', type: 'string', label: 'Dummy key', required: false, default: null },
      {
        key: 'dummy_secret_key',
        type: 'password',
        label: 'Dummy secret key',
        required: false,
        default: null,
      },
    ],
  });
});

it('stores a secret setting encrypted: no response and no row contains it', async () => {
  const preferences = { dummy_key: 'PUBLIC123', dummy_secret_key: SECRET };
  const reply = await admin(
    'POST',
    '',
    { type: 'pp_bogus_default', name: 'Cards', preferences },
    { key: 'k1' },
  );
  expect(reply.status).toBe(201);
  const shown = { dummy_key: 'PUBLIC123', dummy_secret_key: '********' };
  expect(reply.body).toMatchObject({
    preferences: shown,
    type: 'Spree::Gateway::Bogus',
    capture_method: 'manual',
  });
  const { id } = reply.body;
  const changed = await admin('PATCH', `/${id as string}`, { preferences: { dummy_key: 'OTHER' } });
  expect(changed.body.preferences).toEqual({ ...shown, dummy_key: 'OTHER' });
  const read = await admin('GET', `/${id as string}`);
  const list = await admin('GET');
  const { rows } = await database().query<{ text: string }>(
    `SELECT (SELECT json_agg(m)::text FROM payment_methods m) ||
       (SELECT coalesce(json_agg(k)::text, '') FROM idempotency_keys k) AS text`,
  );
  const hex = Buffer.from(SECRET).toString('hex');
  for (const text of [reply.text, changed.text, read.text, list.text, rows[0]?.text ?? '']) {
    expect(text).not.toContain(SECRET);
    expect(text).not.toContain(hex);
  }
  const removed = await admin('PATCH', `/${id as string}`, { preferences: { dummy_secret_key: null } });
  expect(removed.body.preferences).toEqual({ dummy_key: 'OTHER' });
});

it('a deactivated, hidden or deleted method disappears from the storefront at once', async () => {
  const order = await anOrder(store);
  const headers = asGuest(store, order);
  const shown = async (): Promise<string[]> =>
    (await call('GET', `/api/v3/store/orders/${order.id}/payment_methods`, { headers })).body.data.map(
      ({ id }: Json) => id as string,
    );
  const pay = (id: string): Promise<Reply> =>
    call('POST', sessionsPath(order), { headers, body: { payment_method_id: id } });

  const { id } = await create();
  expect(await shown()).toContain(id);
  await admin('PATCH', `/${id as string}`, { storefront_visible: false });
  expect(await shown()).not.toContain(id);
  // A shopper must not pay with a back-office method, which records a payment on the caller's word.
  expect((await pay(id)).status).toBe(404);
  await admin('PATCH', `/${id as string}`, { storefront_visible: true, active: false });
  expect((await pay(id)).body.error).toEqual({
    code: 'record_not_found',
    message: 'Payment method not found',
  });

  const other = await create();
  const session = (await pay(other.id)).body;
  expect((await admin('DELETE', `/${other.id as string}`)).status).toBe(204);
  expect((await pay(other.id)).status).toBe(404);
  expect((await admin('GET', `/${other.id as string}`)).status).toBe(404);
  const finished = await call('PATCH', sessionsPath(order, `/${session.id as string}/complete`), {
    headers,
    body: {},
  });
  expect([finished.status, finished.body.status]).toEqual([200, 'completed']);
});

it('a hidden method can be used by staff, not by a shopper', async () => {
  const hidden = await create({ type: 'pp_system_default', name: 'By phone', storefront_visible: false });
  const order = await anOrder(store);
  const body = { payment_method_id: hidden.id as string };
  const shopper = await call('POST', `/api/v3/store/carts/cart_${order.id.slice(3)}/payments`, {
    headers: asGuest(store, order),
    body,
  });
  expect(shopper.status).toBe(404);
  const staff = await call('POST', `/api/v3/admin/orders/${order.id}/payments`, {
    headers: asOrderSystem(store),
    body,
  });
  expect([staff.status, staff.body.amount]).toEqual([201, '110.0']);
});

it('a method with automatic capture captures at once', async () => {
  const { id } = await create({ capture_method: 'automatic' });
  const order = await anOrder(store);
  const headers = asGuest(store, order);
  const session = (await call('POST', sessionsPath(order), { headers, body: { payment_method_id: id } }))
    .body;
  const done = await call('PATCH', sessionsPath(order, `/${session.id as string}/complete`), { headers });
  expect(done.body.payment.state).toBe('completed');
});

it('one Idempotency-Key creates one method', async () => {
  const body = { type: 'Spree::Gateway::Bogus', name: 'Once' };
  const replies = await Promise.all([1, 2, 3].map(() => admin('POST', '', body, { key: 'add-once' })));
  expect(new Set(replies.map(({ body: { id } }) => id as string)).size).toBe(1);
});

it('another store’s methods are not found', async () => {
  const { id } = await create();
  const other = await aStore();
  for (const [method, body] of [['GET'], ['PATCH', { name: 'Mine' }], ['DELETE']] as const) {
    expect((await admin(method, `/${id as string}`, body, { of: other })).status).toBe(404);
  }
  expect((await admin('GET', `/${id as string}`)).body.name).toBe('Cards');
});

it.each([
  [{ name: 'x' }, 'type'],
  [{ type: 'Spree::Gateway::Nope', name: 'x' }, 'type'],
  [{ type: 'pp_bogus_default' }, 'name'],
  [{ type: 'pp_bogus_default', name: '' }, 'name'],
  [{ type: 'pp_bogus_default', name: '4242424242424242' }, 'name'],
  [{ type: 'pp_bogus_default', name: 'x', description: '4242 4242 4242 4242' }, 'description'],
  [{ type: 'pp_bogus_default', name: 'x', active: 'yes' }, 'active'],
  [{ type: 'pp_bogus_default', name: 'x', position: -1 }, 'position'],
  [{ type: 'pp_bogus_default', name: 'x', capture_method: 'later' }, 'capture_method'],
  [{ type: 'pp_bogus_default', name: 'x', preferences: { nope: 1 } }, 'preferences.nope'],
  [{ type: 'pp_bogus_default', name: 'x', preferences: { dummy_key: 5 } }, 'preferences.dummy_key'],
  [{ type: 'pp_bogus_default', name: 'x', preferences: [] }, 'preferences'],
])('%j is 422 on its field, and nothing is written', async (body, field) => {
  const count = async (): Promise<number> => (await admin('GET')).body.meta.count as number;
  const before = await count();
  const reply = await admin('POST', '', body);
  expect([reply.status, reply.body.error.code, Object.keys(reply.body.error.details)]).toEqual([
    422,
    'validation_error',
    [field],
  ]);
  expect(await count()).toBe(before);
});

it('an encrypted secret copied to another method cannot be decrypted there, and breaks nothing else', async () => {
  const [one, two] = [await create({ preferences: { dummy_secret_key: SECRET } }), await create()];
  await database().query(
    `UPDATE payment_methods m SET sealed_settings = o.sealed_settings, secrets_set = o.secrets_set
       FROM payment_methods o WHERE o.id = $1 AND m.id = $2`,
    [uuidOf(one.id), uuidOf(two.id)],
  );
  expect((await admin('GET')).status).toBe(200);
  const changed = await admin('PATCH', `/${two.id as string}`, { preferences: { dummy_key: 'x' } });
  expect([changed.status, changed.body.preferences]).toEqual([200, { dummy_key: 'x' }]);
});

it('concurrent changes of different settings or fields are all stored', async () => {
  const { id } = await create({ preferences: { dummy_secret_key: SECRET } });
  const path = `/${id as string}`;
  const replies = await Promise.all([
    admin('PATCH', path, { preferences: { dummy_key: 'ONE' } }),
    admin('PATCH', path, { preferences: { dummy_secret_key: 'sk_live_another' } }),
    admin('PATCH', path, { name: 'Renamed' }),
    admin('PATCH', path, { position: 7 }),
  ]);
  expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  expect((await admin('GET', path)).body).toMatchObject({
    name: 'Renamed',
    position: 7,
    preferences: { dummy_key: 'ONE', dummy_secret_key: '********' },
  });
});

it('a server with another settings secret can rename a method without losing its secrets', async () => {
  const { id } = await create({ preferences: { dummy_secret_key: SECRET } });
  const sealed = async (): Promise<unknown> =>
    (
      await database().query('SELECT sealed_settings, secrets_set FROM payment_methods WHERE id = $1', [
        uuidOf(id),
      ])
    ).rows;
  const before = await sealed();
  const server = await anotherServer({
    TANDEM_SETTINGS_SECRET: 'another secret, of another server altogether',
  });
  const renamed = await call('PATCH', `/api/v3/admin/payment_methods/${id as string}`, {
    headers: asOrderSystem(store),
    body: { name: 'Renamed' },
    server: server.url,
  });
  await server.stop();
  expect([renamed.status, renamed.body.name]).toEqual([200, 'Renamed']);
  expect(await sealed()).toEqual(before);
});

it('a method whose plugin is gone can be deactivated and deleted, but takes no settings', async () => {
  const { id } = await create();
  await database().query(`UPDATE payment_methods SET provider_id = 'pp_gone_default' WHERE id = $1`, [
    uuidOf(id),
  ]);
  const path = `/${id as string}`;
  const set = await admin('PATCH', path, { preferences: { dummy_key: 'x' } });
  expect([set.status, Object.keys(set.body.error.details)]).toEqual([422, ['type']]);
  const off = await admin('PATCH', path, { active: false });
  expect([off.status, off.body.active]).toEqual([200, false]);
  expect((await admin('DELETE', path)).status).toBe(204);
});

it('pages the list, in the store’s order', async () => {
  const own = await aStore();
  const list = async (query: string): Promise<Json> =>
    (await admin('GET', query, undefined, { of: own })).body;
  const added = await admin(
    'POST',
    '',
    { type: 'pp_bogus_default', name: 'First', position: 0 },
    { of: own },
  );
  await admin('PATCH', `/${added.body.id as string}`, { position: 9 }, { of: own });
  const [first, second] = [await list('?limit=2'), await list('?limit=2&page=2')];
  expect([first.data.length, first.meta.count, first.meta.next]).toEqual([2, 3, 2]);
  expect(second.data.map(({ name }: Json) => name as string)).toEqual(['First']);
});
