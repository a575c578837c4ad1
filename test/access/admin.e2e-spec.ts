import { call } from '../support/http';
import { bearer, expectWhole, STAFF, staffHeaders, threeStores, type Row, type Stores } from './callers';
import { expectStatus, idsFor } from './fixtures';

// Every admin route of both dialects, and what each caller is answered (see callers.ts for who they are).

/** The store's own people alone; those of another store are answered `foreign`. */
const staff = (own: number, foreign = 404): number[] => [...Array<number>(7).fill(401), foreign, own, own];

const A = '/api/v3/admin';
const O = `${A}/orders/:order`;
const handOver = { currency: 'USD', items: [{ name: 'x', quantity: 1, price: '1' }] };

const ROUTES: readonly Row[] = [
  ['GET', `${A}/orders`, undefined, staff(200, 200)],
  ['POST', `${A}/orders`, handOver, staff(201, 201)],
  ['GET', O, undefined, staff(200)],
  ['PATCH', `${O}/cancel`, undefined, staff(200)],
  ['GET', `${O}/payments`, undefined, staff(200)],
  ['POST', `${O}/payments`, { payment_method_id: ':check' }, staff(201)],
  ['GET', `${O}/payments/:payment`, undefined, staff(200)],
  ['PATCH', `${O}/payments/:payment/capture`, {}, staff(200)],
  ['PATCH', `${O}/payments/:payment/void`, undefined, staff(200)],
  ['GET', `${O}/refunds`, undefined, staff(200)],
  ['POST', `${O}/refunds`, { payment_id: ':payment', amount: '1' }, staff(201)],

  ['GET', `${A}/payment_methods`, undefined, staff(200, 200)],
  ['GET', `${A}/payment_methods/types`, undefined, staff(200, 200)],
  ['POST', `${A}/payment_methods`, { type: 'pp_bogus_default', name: 'x' }, staff(201, 201)],
  ['GET', `${A}/payment_methods/:newmethod`, undefined, staff(200)],
  ['PATCH', `${A}/payment_methods/:newmethod`, { name: 'y' }, staff(200)],
  ['DELETE', `${A}/payment_methods/:newmethod`, undefined, staff(204)],

  ['GET', `${A}/variants`, undefined, staff(200, 200)],
  ['POST', `${A}/variants`, { name: 'x' }, staff(201, 201)],
  ['GET', `${A}/variants/:variant`, undefined, staff(200)],
  ['PATCH', `${A}/variants/:variant`, { name: 'y' }, staff(200)],
  ['DELETE', `${A}/variants/:variant`, undefined, staff(204)],

  ['GET', `${A}/customers`, undefined, staff(200, 200)],
  ['POST', `${A}/customers`, { email: ':fresh' }, staff(201, 201)],
  ['GET', `${A}/customers/:customer`, undefined, staff(200)],
  ['PATCH', `${A}/customers/:customer`, { first_name: 'Ada' }, staff(200)],
  ['GET', `${A}/customers/:customer/store_credits`, undefined, staff(200)],
  ['POST', `${A}/customers/:customer/store_credits`, { amount: '1', currency: 'USD' }, staff(201)],
  ['GET', `${A}/customers/:customer/store_credits/:credit`, undefined, staff(200)],

  ['GET', `${A}/gift_cards`, undefined, staff(200, 200)],
  ['POST', `${A}/gift_cards`, { amount: '1', currency: 'USD' }, staff(201, 201)],
  ['GET', `${A}/gift_cards/:giftcard`, undefined, staff(200)],
  ['PATCH', `${A}/gift_cards/:giftcard/cancel`, undefined, staff(200)],

  ['GET', `${A}/api_keys`, undefined, staff(200, 200)],
  ['POST', `${A}/api_keys`, { name: 'x', key_type: 'secret' }, staff(201, 201)],
  ['GET', `${A}/api_keys/:key`, undefined, staff(200)],
  ['PATCH', `${A}/api_keys/:key/revoke`, undefined, staff(200)],
  ['DELETE', `${A}/api_keys/:key`, undefined, staff(204)],

  ['GET', '/admin/payments', undefined, staff(200, 200)],
  ['GET', '/admin/payments/payment-providers', undefined, staff(200, 200)],
  ['GET', '/admin/payments/:medusapayment', undefined, staff(200)],
  ['GET', '/admin/orders', undefined, staff(200, 200)],
  ['GET', '/admin/orders/:medusaorder', undefined, staff(200)],
  ['POST', '/admin/orders/:medusaorder/cancel', undefined, staff(200)],
  ['GET', '/admin/regions', undefined, staff(200, 200)],
  ['GET', '/admin/regions/:region', undefined, staff(200)],
  ['GET', `${A}/webhook_endpoints`, undefined, staff(200, 200)],
  ['POST', `${A}/webhook_endpoints`, { url: 'http://127.0.0.1:9/', active: false }, staff(201, 201)],
  ['GET', `${A}/webhook_endpoints/:hook`, undefined, staff(200)],
  ['PATCH', `${A}/webhook_endpoints/:hook`, { description: 'x' }, staff(200)],
  ['DELETE', `${A}/webhook_endpoints/:hook`, undefined, staff(204)],
  ['POST', `${A}/webhook_endpoints/:hook/rotate_secret`, undefined, staff(200)],
  ['GET', `${A}/webhook_endpoints/:hook/deliveries`, undefined, staff(200)],
  ['POST', `${A}/webhook_endpoints/:hook/deliveries/:delivery/redeliver`, undefined, staff(201)],
  ['GET', `${A}/payment_events`, undefined, staff(200, 200)],
  ['GET', `${A}/payment_events/:paymentevent`, undefined, staff(200)],
  ['POST', `${A}/payment_events/:paymentevent/replay`, undefined, staff(200)],
  ['GET', `${A}/provider_operations`, undefined, staff(200, 200)],
  ['POST', '/admin/payments/:medusapayment/capture', { amount: 1 }, staff(200)],
  ['POST', '/admin/payments/:medusapayment/refund', { amount: 1 }, staff(200)],
  ['POST', '/admin/payments/:medusapayment/cancel', undefined, staff(200)],
  ['POST', '/admin/payment-collections', { order_id: ':placed', amount: 1 }, staff(200)],
  ['DELETE', '/admin/payment-collections/:further', undefined, staff(200)],
  ['POST', '/admin/payment-collections/:further/mark-as-paid', { order_id: ':placed' }, staff(200)],
  ['GET', '/admin/refund-reasons', undefined, staff(200, 200)],
  ['POST', '/admin/refund-reasons', { label: 'x', code: ':fresh' }, staff(200, 200)],
  ['GET', '/admin/refund-reasons/:reason', undefined, staff(200)],
  ['POST', '/admin/refund-reasons/:reason', { label: 'y' }, staff(200)],
  ['DELETE', '/admin/refund-reasons/:reason', undefined, staff(200)],
  ['GET', '/admin/api-keys', undefined, staff(200, 200)],
  ['POST', '/admin/api-keys', { title: 'x', type: 'secret' }, staff(200, 200)],
  ['GET', '/admin/api-keys/:apikey', undefined, staff(200)],
  ['POST', '/admin/api-keys/:apikey', { title: 'y' }, staff(200)],
  ['POST', '/admin/api-keys/:apikey/revoke', undefined, staff(200)],
  ['DELETE', '/admin/api-keys/:revokedkey', undefined, staff(200)],
  ['POST', '/admin/api-keys/:apikey/sales-channels', { add: [] }, staff(200)],
  ['GET', '/admin/customers', undefined, staff(200, 200)],
  ['POST', '/admin/customers', { email: ':fresh' }, staff(200, 200)],
  ['GET', '/admin/customers/:medusacustomer', undefined, staff(200)],
  ['POST', '/admin/customers/:medusacustomer', { first_name: 'Ada' }, staff(200)],
  ['GET', '/admin/users', undefined, staff(200, 200)],
  // A secret key is no user.
  ['GET', '/admin/users/me', undefined, [...Array<number>(7).fill(401), 200, 404, 200]],
  ['GET', '/admin/users/:user', undefined, staff(200)],
  ['POST', '/admin/users/:user', { first_name: 'Ada' }, staff(200)],
  ['DELETE', '/admin/users/:member', undefined, staff(200)],
  ['GET', `${A}/admin_users`, undefined, staff(200, 200)],
  ['GET', `${A}/admin_users/:adminuser`, undefined, staff(200)],
  ['DELETE', `${A}/admin_users/:adminuser`, undefined, staff(204)],

  ['GET', '/admin/invites', undefined, staff(200, 200)],
  ['POST', '/admin/invites', { email: ':fresh' }, staff(200, 200)],
  ['DELETE', '/admin/invites/:invite', undefined, staff(200)],
  // By a registration's token alone; who is a user already becomes no other.
  ['POST', '/admin/invites/accept?token=x', {}, [...Array<number>(7).fill(401), 400, 401, 400]],
];

let stores: Stores;

beforeAll(async () => {
  stores = await threeStores();
});

describe.each(ROUTES)('%s %s', (...row) => {
  const [, path, body, statuses] = row;
  it.each(STAFF.map((caller, i) => [caller, statuses[i] ?? 0] as const))(
    '%s gets %i',
    async (caller, status) => {
      const ids = await idsFor(stores.store, path + JSON.stringify(body ?? ''));
      await expectStatus(row, status, staffHeaders(caller, stores, path.startsWith('/api/v3')), ids);
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
  ['as it is', (key: string) => key],
])('a secret key is taken as Basic %s', async (_, spelled) => {
  const headers = { authorization: `Basic ${spelled(stores.store.secret_key)}` };
  const reply = await call('POST', '/admin/payments/pay_x/capture', { headers, body: {} });
  expect(reply.status).toBe(404);
});

it('every route of the server is in this table', () => expectWhole('admin', ROUTES));
