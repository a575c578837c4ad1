import { withOrder } from '../../support/checkout';
import { anOrder, asOrderSystem, asShopper, call, collectionPath, type Reply } from '../../support/http';
import { spreeIdOf } from '../../support/ids';
import { expectInvariants } from '../../support/invariants';
import {
  createCollection,
  asBackOffice,
  kindsOf,
  markPaid,
  medusaOrder,
  paymentRows,
  placed,
} from '../../support/medusa-admin';
import type { OrderMade, StoreMade } from '../../support/tandem';

// Canceling an order refunds what was paid, and nothing more is captured for it.

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

it('the uncaptured rest of a payment cannot be captured after the cancellation, in either dialect', async () => {
  const payment = await placed(store, order);
  await capture(payment, 40);
  expect((await cancel()).status).toBe(200);
  // The rest was released: a capture with nothing left returns the payment unchanged.
  expect((await capture(payment)).body.payment).toMatchObject({ captures: [{ amount: 40 }] });
  const path = `/api/v3/admin/orders/${order.id}/payments/${spreeIdOf('py', payment)}/capture`;
  const theirs = await call('PATCH', path, { headers: asOrderSystem(store), body: {} });
  expect([theirs.status, theirs.body.amount]).toEqual([200, '40.0']);
  expect(await paymentRows(order)).toMatchObject([{ captured: '4000', refunded: '4000', canceled: '7000' }]);
  expect(await statusOf()).toBe('refunded');
});

it('a concurrent capture is refunded, or comes too late', async () => {
  for (let round = 0; round < 5; round++) {
    order = await anOrder(store);
    const payment = await placed(store, order);
    const [captured, canceled] = await Promise.all([capture(payment), cancel()]);
    expect([200, 400]).toContain(captured.status);
    // The cancellation is refused while the capture is in flight: cancel again once it is settled.
    if (canceled.status !== 200) expect((await cancel()).status).toBe(200);
    const [{ captured: capturedAmount, refunded, canceled: released }] = await paymentRows(order);
    expect([refunded, released]).toEqual(captured.status === 200 ? [capturedAmount, '0'] : ['0', '11000']);
    await expectInvariants(order);
  }
});

it('a failed refund does not block the refunds of other payments', async () => {
  const headers = asShopper(store);
  const body = { provider_id: 'pp_bogus_default', data: { bogus_card: 'refund_refused' } };
  await call('POST', collectionPath(order), { headers, body });
  await call('POST', `/store/carts/${order.cart_id}/complete`, { headers });
  const [{ id }] = (
    await asBackOffice(store, 'GET', `/orders/${medusaOrder(order)}?fields=payment_collections.payments.id`)
  ).body.order.payment_collections[0].payments;
  await capture(id as string, 90);
  await markPaid(store, order, await createCollection(store, order, 20));
  expect(await statusOf()).toBe('partially_captured');

  for (const attempt of ['first', 'again']) {
    expect([attempt, ...kindsOf([await cancel()])]).toEqual([attempt, [422, 'payment_authorization_error']]);
    expect(await paymentRows(order)).toMatchObject([
      { captured: '9000', refunded: '0', refunding: '0' },
      { captured: '2000', refunded: '2000' },
    ]);
  }
});

it('a fully captured payment still shows as captured when its order is canceled and the gateway refuses the refund', async () => {
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
