import {
  anOrder,
  asAdmin,
  asGuest,
  asShopper,
  call,
  collectionPath,
  methodOf,
  paymentOf,
  sessionsPath,
  type Json,
} from '../../support/http';
import { expectInvariants } from '../../support/invariants';
import { asStaff } from '../../support/spree';
import { aStore, type OrderMade, type StoreMade } from '../../support/tandem';

let store: StoreMade;
let order: OrderMade;

beforeAll(async () => {
  store = await aStore();
});
beforeEach(async () => {
  order = await anOrder(store);
});
afterEach(() => expectInvariants(order));

const spree = (method: string, path: string, body?: unknown): Promise<Json> =>
  call(method, path, { headers: asGuest(store, order), body });
const medusa = (path: string, body: unknown = {}): Promise<Json> =>
  call('POST', path, { headers: asShopper(store), body });
const collection = async (): Promise<Json> =>
  (await medusa('/store/payment-collections?fields=%2Bstatus', { cart_id: order.cart_id })).body
    .payment_collection;

it('reads a session made through one API through the other', async () => {
  const made = (
    await spree('POST', sessionsPath(order), { payment_method_id: methodOf(store), external_data: { a: 1 } })
  ).body;
  expect((await collection()).payment_sessions).toMatchObject([
    { status: 'pending', amount: 110, data: made.external_data },
  ]);

  const theirs = (await medusa(collectionPath(order), { provider_id: 'pp_bogus_default' })).body
    .payment_collection;
  const { rows } = { rows: theirs.payment_sessions };
  expect(rows).toHaveLength(1);
  expect((await spree('GET', sessionsPath(order, `/${made.id}`))).body.status).toBe('canceled');
});

it('pays through Spree, places through Medusa, refunds there, and both show the same money', async () => {
  const session = (await spree('POST', sessionsPath(order), { payment_method_id: methodOf(store) })).body;
  await spree('PATCH', sessionsPath(order, `/${session.id}/complete`), {});
  expect((await medusa(`/store/carts/${order.cart_id}/complete`)).body.type).toBe('order');

  const id = await paymentOf(store, order);
  const admin = { headers: asAdmin(store) };
  await call('POST', `/admin/payments/${id}/capture`, { ...admin, body: {} });
  await call('POST', `/admin/payments/${id}/refund`, { ...admin, body: { amount: 10 } });

  expect(await collection()).toMatchObject({ status: 'completed', amount: 110 });
  expect((await asStaff(store, 'GET', `/orders/${order.id}/refunds`)).data).toMatchObject([
    { amount: '10.0' },
  ]);
  const shown = (await spree('GET', `/api/v3/store/orders/${order.id}`)).body;
  expect(shown).toMatchObject({
    state: 'complete',
    payment_state: 'balance_due',
    payments: [{ state: 'completed', amount: '110.0' }],
  });
});

it('pays through Medusa and shows the payment through Spree', async () => {
  await medusa(collectionPath(order), { provider_id: 'pp_bogus_default' });
  await medusa(`/store/carts/${order.cart_id}/complete`);
  const { body } = await spree('GET', `/api/v3/store/orders/${order.id}/payments`);
  expect(body.data).toMatchObject([
    { state: 'pending', amount: '110.0', payment_method: { type: 'Spree::Gateway::Bogus' } },
  ]);
  const late = await spree('POST', sessionsPath(order), { payment_method_id: methodOf(store) });
  expect([late.status, late.body.error.code]).toEqual([403, 'access_denied']);
});
