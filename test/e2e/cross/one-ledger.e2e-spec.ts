import { withOrder } from '../../support/checkout';
import {
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
import { spreeIdOf, uuidOf } from '../../support/ids';
import { expectInvariants } from '../../support/invariants';
import { asStaff } from '../../support/spree';
import { database, type OrderMade, type StoreMade } from '../../support/tandem';

let store: StoreMade;
let order: OrderMade;

withOrder((made) => ({ store, order } = made));
afterEach(() => expectInvariants(order));

const spree = (method: string, path: string, body?: unknown): Promise<Json> =>
  call(method, path, { headers: asGuest(store, order), body });
const medusa = (path: string, body: unknown = {}): Promise<Json> =>
  call('POST', path, { headers: { ...asShopper(store), 'x-spree-order-token': order.token }, body });
const collection = async (): Promise<Json> =>
  (await medusa('/store/payment-collections?fields=%2Bstatus', { cart_id: order.cart_id })).body
    .payment_collection;

it('shows a session created through one API in the other', async () => {
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
    payment_state: 'paid',
    payment_status: 'partially_refunded',
    amount_due: '0.0',
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
  expect([late.status, late.body.error.code]).toEqual([422, 'order_invalid_state']);
});

it('created through Medusa, paid through Spree, captured in Medusa’s admin, refunded in Spree’s: one set of totals', async () => {
  const made = await medusa(collectionPath(order), { provider_id: 'pp_bogus_default' });
  const id = spreeIdOf('ps', made.body.payment_collection.payment_sessions[0].id as string);
  const completed = await spree('PATCH', sessionsPath(order, `/${id}/complete`), {});
  expect(completed.body).toMatchObject({ status: 'completed', payment: { amount: '110.0' } });
  expect((await medusa(`/store/carts/${order.cart_id}/complete`)).body.type).toBe('order');

  const payment = await paymentOf(store, order);
  const captured = await call('POST', `/admin/payments/${payment}/capture`, {
    headers: asAdmin(store),
    body: { amount: 80 },
  });
  expect(captured.body.payment.captures).toMatchObject([{ amount: 80 }]);

  const [theirs] = (await asStaff(store, 'GET', `/orders/${order.id}/payments`)).data;
  const refund = await asStaff(store, 'POST', `/orders/${order.id}/refunds`, {
    payment_id: theirs.id,
    amount: '30.50',
  });
  expect(refund).toMatchObject({ amount: '30.5' });
  const tooMuch = await call('POST', `/admin/payments/${payment}/refund`, {
    headers: asAdmin(store),
    body: { amount: 49.51 },
  });
  expect(tooMuch.status).toBe(400);

  const rest = await call('POST', `/admin/payments/${payment}/refund`, {
    headers: asAdmin(store),
    body: { amount: 49.5 },
  });
  expect(rest.body.payment.refunds.map(({ amount }: Json) => amount)).toEqual([30.5, 49.5]);
  const refunds = (await asStaff(store, 'GET', `/orders/${order.id}/refunds`)).data;
  expect(refunds.map(({ amount }: Json) => amount).sort()).toEqual(['30.5', '49.5']);
  const { rows } = await database().query(
    'SELECT authorized::int, captured::int, refunded::int FROM payment_collections WHERE order_id = $1',
    [uuidOf(order.id)],
  );
  expect(rows).toEqual([{ authorized: 11000, captured: 8000, refunded: 8000 }]);
});
