import { withOrder } from '../../support/checkout';
import { anOrder, asOrderSystem, asShopper, call, collectionPath, type Reply } from '../../support/http';
import { spreeIdOf } from '../../support/ids';
import { expectInvariants } from '../../support/invariants';
import {
  aFurther,
  asBackOffice,
  kindsOf,
  markPaid,
  medusaOrder,
  paymentRows,
  placed,
} from '../../support/medusa-admin';
import type { OrderMade, StoreMade } from '../../support/tandem';

// What was paid for a canceled order goes back, and nothing more is taken for it.

let store: StoreMade;
let order: OrderMade;

withOrder((made) => ({ store, order } = made));
afterEach(() => expectInvariants(order));

const cancel = (): Promise<Reply> => asBackOffice(store, 'POST', `/orders/${medusaOrder(order)}/cancel`);
const capture = (payment: string, amount?: number): Promise<Reply> =>
  asBackOffice(store, 'POST', `/payments/${payment}/capture`, { body: { amount } });

async function statusOf(): Promise<string> {
  const { body } = await asBackOffice(store, 'GET', `/orders/${medusaOrder(order)}?fields=payment_status`);
  return body.order.payment_status as string;
}

it('what was held beside a captured part is captured no more, in either dialect', async () => {
  const payment = await placed(store, order);
  await capture(payment, 40);
  expect((await cancel()).status).toBe(200);
  // Its rest was let go of: a capture of what has nothing left answers the payment as it stands.
  expect((await capture(payment)).body.payment).toMatchObject({ captures: [{ amount: 40 }] });
  const path = `/api/v3/admin/orders/${order.id}/payments/${spreeIdOf('py', payment)}/capture`;
  const theirs = await call('PATCH', path, { headers: asOrderSystem(store), body: {} });
  expect([theirs.status, theirs.body.amount]).toEqual([200, '40.0']);
  expect(await paymentRows(order)).toMatchObject([{ captured: '4000', refunded: '4000', canceled: '7000' }]);
  expect(await statusOf()).toBe('refunded');
});

it('a capture at the same moment is given back, or is too late', async () => {
  for (let round = 0; round < 5; round++) {
    order = await anOrder(store);
    const payment = await placed(store, order);
    const [captured, canceled] = await Promise.all([capture(payment), cancel()]);
    expect([200, 400]).toContain(captured.status);
    // While the capture is in flight nothing can be said of it: the same again, once it is through.
    if (canceled.status !== 200) expect((await cancel()).status).toBe(200);
    const [{ captured: taken, refunded, canceled: letGo }] = await paymentRows(order);
    expect([refunded, letGo]).toEqual(captured.status === 200 ? [taken, '0'] : ['0', '11000']);
    await expectInvariants(order);
  }
});

it('a payment that cannot be given back keeps no other', async () => {
  const headers = asShopper(store);
  const body = { provider_id: 'pp_bogus_default', data: { bogus_card: 'refund_refused' } };
  await call('POST', collectionPath(order), { headers, body });
  await call('POST', `/store/carts/${order.cart_id}/complete`, { headers });
  const [{ id }] = (
    await asBackOffice(store, 'GET', `/orders/${medusaOrder(order)}?fields=payment_collections.payments.id`)
  ).body.order.payment_collections[0].payments;
  await capture(id as string, 90);
  await markPaid(store, order, await aFurther(store, order, 20));
  expect(await statusOf()).toBe('partially_captured');

  for (const attempt of ['first', 'again']) {
    expect([attempt, ...kindsOf([await cancel()])]).toEqual([attempt, [422, 'payment_authorization_error']]);
    expect(await paymentRows(order)).toMatchObject([
      { captured: '9000', refunded: '0', refunding: '0' },
      { captured: '2000', refunded: '2000' },
    ]);
  }
});

it('what was captured whole is shown so, though its order is canceled and the gateway gives nothing back', async () => {
  const headers = asShopper(store);
  const body = { provider_id: 'pp_bogus_default', data: { bogus_card: 'refund_refused' } };
  await call('POST', collectionPath(order), { headers, body });
  await call('POST', `/store/carts/${order.cart_id}/complete`, { headers });
  const shown = await asBackOffice(
    store,
    'GET',
    `/orders/${medusaOrder(order)}?fields=payment_collections.payments.id`,
  );
  await capture(shown.body.order.payment_collections[0].payments[0].id as string);
  expect((await cancel()).status).toBe(422);
  expect(await statusOf()).toBe('captured');
});
