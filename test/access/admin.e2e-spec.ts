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

  ['GET', `${A}/webhook_endpoints`, undefined, staff(200, 200)],
  ['POST', `${A}/webhook_endpoints`, { url: 'http://127.0.0.1:9/', active: false }, staff(201, 201)],
  ['GET', `${A}/webhook_endpoints/:hook`, undefined, staff(200)],
  ['PATCH', `${A}/webhook_endpoints/:hook`, { description: 'x' }, staff(200)],
  ['DELETE', `${A}/webhook_endpoints/:hook`, undefined, staff(204)],
  ['POST', `${A}/webhook_endpoints/:hook/rotate_secret`, undefined, staff(200)],
  ['GET', `${A}/webhook_endpoints/:hook/deliveries`, undefined, staff(200)],
  ['POST', `${A}/webhook_endpoints/:hook/deliveries/:delivery/redeliver`, undefined, staff(201)],

  ['POST', '/admin/payments/:medusapayment/capture', { amount: 1 }, staff(200)],
  ['POST', '/admin/payments/:medusapayment/refund', { amount: 1 }, staff(200)],
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
  expect([reply.status, reply.body]).toEqual([401, { message: 'Unauthorized' }]);
});

it('every route of the server is in this table', () => expectWhole('admin', ROUTES));
