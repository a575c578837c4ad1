import { anOrder, asOrderSystem, byKey, call, type Json, type Reply } from '../support/http';
import { aStore, type StoreMade } from '../support/tandem';
import { bearer } from './callers';
import { KEYS, ScopedKeys, SCOPES } from './scoped-keys';

// How secret keys get scopes, and when scopes are checked.

let store: StoreMade;
let keys: ScopedKeys;

beforeAll(async () => {
  store = await aStore();
  keys = new ScopedKeys(store);
});

describe('a secret key is created with scopes', () => {
  it.each([
    [{}, "Scopes can't be blank"],
    [{ scopes: [] }, "Scopes can't be blank"],
    [{ scopes: null }, "Scopes can't be blank"],
    [{ scopes: ['read_everything'] }, 'Scopes contain unknown names: read_everything'],
    [
      { scopes: ['read_orders', 'Read_Orders', 'orders'] },
      'Scopes contain unknown names: Read_Orders, orders',
    ],
    [{ scopes: ['write_dashboard'] }, 'Scopes contain unknown names: write_dashboard'],
    [{ scopes: [''] }, 'Scopes contain unknown names: '],
    [{ scopes: 'read_orders' }, null],
    [{ scopes: { 0: 'read_orders' } }, null],
    [{ scopes: [5] }, null],
    [{ scopes: [['read_orders']] }, null],
    [{ key_type: 'publishable', scopes: ['read_orders'] }, 'Scopes are only for secret keys'],
    [{ scopes: ['read_orders'], channel_id: 'ch_1' }, 'Channel cannot be set here'],
    [{ scopes: ['read_orders'], expires_at: '2030-01-01' }, 'Expires at cannot be set here'],
  ])('%j is 422, and no key is created', async (body, message) => {
    const before = await keys.written();
    const reply = await keys.make(body);
    expect([reply.status, reply.body.error]).toMatchObject([422, { code: 'validation_error' }]);
    if (message !== null) expect(reply.body.error.message).toBe(message);
    const field = /^(Channel|Expires)/.exec(message ?? '') ? Object.keys(body).at(-1) : 'scopes';
    expect(Object.keys(reply.body.error.details)).toEqual([field]);
    expect(await keys.written()).toEqual(before);
  });

  it('more than a hundred are refused', async () => {
    const reply = await keys.make({ scopes: Array<string>(101).fill('read_orders') });
    expect([reply.status, Object.keys(reply.body.error.details)]).toEqual([422, ['scopes']]);
  });

  it('they are stored and shown as given; a publishable key has none', async () => {
    const scopes = ['write_all', 'read_all', 'read_orders', 'read_orders'];
    const made = (await keys.make({ scopes })).body;
    expect(made).toMatchObject({ scopes, plaintext_token: made.token });
    const shown = await call('GET', `${KEYS}/${made.id}`, { headers: asOrderSystem(store) });
    expect(shown.body).toMatchObject({ scopes, plaintext_token: null });
    for (const body of [{ key_type: 'publishable' }, { key_type: 'publishable', scopes: [] }]) {
      expect((await keys.make(body)).body).toMatchObject({ scopes: [], plaintext_token: null });
    }
  });

  it.each([
    [['write_api_keys'], ['read_orders', 'read_api_keys', 'write_refunds'], ['read_orders', 'write_refunds']],
    [['write_api_keys', 'read_all'], ['read_orders', 'write_orders', 'read_all'], ['write_orders']],
    [SCOPES, ['write_all'], ['write_all']],
    [SCOPES, ['read_all'], ['read_all']],
  ])('403 for a key that grants more scopes than it has (%#)', async (own, scopes, excess) => {
    const headers = await keys.headers(KEYS, ...own);
    const before = await keys.written();
    const reply = await keys.make({ scopes }, headers);
    expect([reply.status, reply.body]).toEqual([
      403,
      {
        error: {
          code: 'access_denied',
          message: `Cannot grant scopes beyond your own: ${excess.join(', ')}`,
          details: { excess_scopes: excess },
        },
      },
    ]);
    expect(await keys.written()).toEqual(before);
  });

  it('a key can grant the scopes it has, and those they imply', async () => {
    const headers = await keys.headers(KEYS, 'write_api_keys', 'write_orders');
    expect((await keys.make({ scopes: ['read_orders', 'write_orders'] }, headers)).status).toBe(201);
    const all = await keys.headers(KEYS, 'write_all');
    expect((await keys.make({ scopes: [...SCOPES, 'read_all', 'write_all'] }, all)).status).toBe(201);
  });

  it.each([[{ scopes: ['read_orders'] }], [{ key_type: 'publishable' }], [{ name: 'y', scopes: [] }]])(
    'PATCH %j is refused, and changes nothing',
    async (body) => {
      const { id } = (await keys.make({ scopes: ['read_orders'] })).body;
      const before = await keys.written();
      const reply = await call('PATCH', `${KEYS}/${id}`, { headers: asOrderSystem(store), body });
      const field = Object.keys(body).at(-1) ?? '';
      expect([reply.status, reply.body.error.code]).toEqual([422, 'validation_error']);
      expect(reply.body.error.details).toMatchObject({ [field]: ['cannot be set here'] });
      expect(await keys.written()).toEqual(before);
    },
  );

  it('PATCH renames a key without changing its scopes', async () => {
    const { id } = (await keys.make({ scopes: ['read_orders'] })).body;
    const reply = await call('PATCH', `${KEYS}/${id}`, {
      headers: asOrderSystem(store),
      body: { name: 'y' },
    });
    expect([reply.status, reply.body]).toMatchObject([200, { name: 'y', scopes: ['read_orders'] }]);
  });
});

describe('Medusa’s secret keys', () => {
  const add = async (body: Json, ...own: string[]): Promise<Reply> =>
    call('POST', '/admin/api-keys', { headers: await keys.headers('/admin', ...own), body });

  it('have write_all, so a key without it cannot create them', async () => {
    const body = { title: 'x', type: 'secret' };
    const refused = await add(body, 'write_api_keys');
    expect([refused.status, refused.body]).toEqual([
      403,
      { type: 'forbidden', message: 'Cannot grant scopes beyond your own: write_all' },
    ]);
    const made = (await add(body, 'write_all')).body.api_key;
    const { body: current } = await call('GET', `${KEYS}/current`, { headers: byKey(made.token, KEYS) });
    expect(current.scopes).toEqual(['write_all']);
  });

  it('write_api_keys is enough to create a publishable key', async () => {
    expect((await add({ title: 'x', type: 'publishable' }, 'write_api_keys')).status).toBe(200);
  });

  it('cannot be given scopes', async () => {
    const body = { title: 'x', type: 'secret', scopes: ['read_orders'] };
    expect((await add(body, 'write_all')).body.message).toBe(
      "Invalid request: Unrecognized fields: 'scopes'",
    );
  });
});

describe('the caller', () => {
  it('any key can read itself; a user has no key', async () => {
    const headers = await keys.headers(KEYS, 'read_dashboard');
    const { status, body } = await call('GET', `${KEYS}/current`, { headers });
    expect([status, body]).toMatchObject([200, { scopes: ['read_dashboard'], token: null }]);
    expect((await call('GET', `${KEYS}/current`, { headers: bearer(store.admin.jwt) })).status).toBe(404);
  });

  it('with an admin’s JWT as well, the key’s scopes are not checked', async () => {
    const headers = { ...bearer(store.admin.jwt), ...(await keys.headers(KEYS, 'read_dashboard')) };
    expect((await call('GET', '/api/v3/admin/orders', { headers })).status).toBe(200);
    const made = await keys.make({ scopes: ['write_all'] }, headers);
    expect([made.status, made.body.created_by]).toEqual([201, expect.stringMatching(/^admin_/)]);
    expect((await call('GET', `${KEYS}/current`, { headers })).status).toBe(404);
  });

  it('a JWT that is not of an admin of the key’s store does not bypass the key’s scopes', async () => {
    const secret = await keys.headers(KEYS, 'read_all');
    const other = await aStore();
    for (const jwt of [`${store.admin.jwt}x`, store.customer.jwt, other.admin.jwt, '']) {
      const headers = { ...secret, ...bearer(jwt) };
      expect([jwt.length, (await call('GET', '/api/v3/admin/orders', { headers })).status]).toEqual([
        jwt.length,
        jwt === '' ? 200 : 401,
      ]);
    }
  });

  it.each([
    ['an unknown key', `sk_${'0'.repeat(64)}`],
    ['a publishable key', undefined],
    ['nonsense', 'x'],
  ])('%s is 401 with Spree’s message, with and without a JWT', async (_, key) => {
    const secret = { 'x-spree-api-key': key ?? store.publishable_key };
    for (const headers of [secret, { ...secret, ...bearer(store.admin.jwt) }]) {
      const reply = await call('GET', '/api/v3/admin/orders', { headers });
      expect([reply.status, reply.body.error]).toEqual([
        401,
        { code: 'invalid_token', message: 'Valid secret API key required' },
      ]);
    }
  });

  it('reusing the Idempotency-Key of another API key’s request does not return its response', async () => {
    const path = '/api/v3/admin/orders';
    const body = { currency: 'USD', items: [{ name: 'x', quantity: 1, price: '1' }] };
    const headers = { ...asOrderSystem(store), 'idempotency-key': 'scopes-1' };
    expect((await call('POST', path, { headers, body })).status).toBe(201);
    const lesser = { ...(await keys.headers(path, 'read_orders')), 'idempotency-key': 'scopes-1' };
    expect((await call('POST', path, { headers: lesser, body })).status).toBe(403);
  });

  it('scopes give no access to another store', async () => {
    const order = await anOrder(await aStore());
    const reply = await call('GET', `/api/v3/admin/orders/${order.id}`, {
      headers: await keys.headers(KEYS, 'write_all'),
    });
    expect(reply.status).toBe(404);
  });
});
