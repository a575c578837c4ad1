import { call } from '../support/http';
import { ADMIN_ROUTES } from './admin-routes';
import { bearer, expectWhole, STAFF, staffHeaders, threeStores, type Stores } from './callers';
import { expectStatus, idsFor } from './fixtures';

let stores: Stores;

beforeAll(async () => {
  stores = await threeStores();
});

describe.each(ADMIN_ROUTES)('%s %s', (...[method, path, body, statuses]) => {
  it.each(STAFF.map((caller, i) => [caller, statuses[i] ?? 0] as const))(
    '%s gets %i',
    async (caller, status) => {
      const ids = await idsFor(stores.store, path + JSON.stringify(body ?? ''));
      await expectStatus(
        [method, path, body],
        status,
        staffHeaders(caller, stores, path.startsWith('/api/v3')),
        ids,
      );
    },
  );
});

it('a secret key as Bearer is refused in Medusa’s admin', async () => {
  const reply = await call('POST', '/admin/payments/pay_x/capture', {
    headers: bearer(stores.store.secret_key),
    body: {},
  });
  expect([reply.status, Object.keys(reply.body)]).toEqual([401, ['message']]);
  expect(reply.body.message).toMatch(/^A secret API key was passed as a Bearer token\. .*HTTP Basic/);
});

it.each([
  ['in base64, with a colon', (key: string) => Buffer.from(`${key}:`).toString('base64')],
  ['in base64 alone', (key: string) => Buffer.from(key).toString('base64')],
  ['as plain text', (key: string) => key],
])('a secret key is accepted as Basic %s', async (_, encode) => {
  const headers = { authorization: `Basic ${encode(stores.store.secret_key)}` };
  const reply = await call('POST', '/admin/payments/pay_x/capture', { headers, body: {} });
  expect(reply.status).toBe(404);
});

it('every route of the server is in this table', () => expectWhole('admin', ADMIN_ROUTES));
