import { withOrder } from '../../support/checkout';
import type { Json, Reply } from '../../support/http';
import { spreeIdOf } from '../../support/ids';
import { expectInvariants } from '../../support/invariants';
import { asBackOffice, captured, medusaOrder, paymentRows, placed } from '../../support/medusa-admin';
import { asStaff } from '../../support/spree';

import type { OrderMade, StoreMade } from '../../support/tandem';
import { until } from '../../support/target-server';

// A refund that the gateway has not finished is shown as pending, reduces what can be refunded, and is looked up by its key.
// Also: the reasons for which a gateway refuses, as the operator sees them.

let store: StoreMade;
let order: OrderMade;

withOrder((made) => ({ store, order } = made));

const VISIBLE = '?fields=id,refunds.id,refunds.amount,refunds.metadata';
const refund = (payment: string, amount?: number, key?: string): Promise<Reply> =>
  asBackOffice(store, 'POST', `/payments/${payment}/refund${VISIBLE}`, { body: { amount }, key });
const refundsInSpree = async (): Promise<Json[]> =>
  (await asStaff(store, 'GET', `/orders/${order.id}/refunds`)).data as Json[];
const settled = (): Promise<void> =>
  until(async () => (await paymentRows(order)).every(({ refunding }) => refunding === '0'), 40_000);

it('is shown as pending in both dialects, limits further refunds, and keeps its id once it succeeds', async () => {
  const payment = await captured(store, order, { card: 'refund_pending' });
  const { status, body } = await refund(payment, 30, 'pending-1');
  expect([status, body.payment.refunds]).toMatchObject([
    200,
    [{ amount: 30, metadata: { state: 'pending' } }],
  ]);
  expect(await refundsInSpree()).toMatchObject([{ amount: '30.0', state: 'pending' }]);
  expect(await paymentRows(order)).toMatchObject([{ refunded: '0', refunding: '3000' }]);
  expect((await refund(payment, 80.01)).status).toBe(400);
  expect((await refund(payment, 30, 'pending-1')).body).toEqual(body);

  await settled();
  const [{ id }] = body.payment.refunds as Json[];
  const read = await asBackOffice(store, 'GET', `/payments/${payment}${VISIBLE}`);
  expect(read.body.payment.refunds).toMatchObject([{ id, amount: 30, metadata: null }]);
  expect(await refundsInSpree()).toMatchObject([{ id: spreeIdOf('re', id), state: 'succeeded' }]);
  await expectInvariants(order);
}, 60_000);

it('frees its amount to be refunded again if it fails', async () => {
  const payment = await captured(store, order, { card: 'refund_fails' });
  expect((await refund(payment)).body.payment.refunds).toMatchObject([{ metadata: { state: 'pending' } }]);
  expect((await refund(payment, 1)).status).toBe(400);
  await settled();
  expect(await paymentRows(order)).toMatchObject([{ refunded: '0', refunding: '0' }]);
  expect(await refundsInSpree()).toEqual([]);
  await expectInvariants(order);
}, 60_000);

it('is not repeated when its order is canceled', async () => {
  const payment = await captured(store, order, { card: 'refund_pending' });
  await refund(payment, 110);
  const canceled = await asBackOffice(store, 'POST', `/orders/${medusaOrder(order)}/cancel`);
  expect([canceled.status, canceled.text]).toEqual([200, canceled.text]);
  await settled();
  expect(await paymentRows(order)).toMatchObject([{ refunded: '11000' }]);
  await expectInvariants(order);
}, 60_000);

describe.each([
  ['refund', 'refund_refused', 'not_refundable', 'The card does not accept refunds'],
  [
    'refund',
    'refund_no_balance',
    'balance_insufficient',
    'The balance at the gateway is too low to refund from',
  ],
  ['refund', 'refund_disputed', 'charge_disputed', 'The shopper disputes the charge with their bank'],
  ['capture', 'hold_lapsed', 'authorization_expired', 'The authorization has expired'],
])('a %s that the gateway refuses (%s)', (verb, card, code, message) => {
  afterEach(() => expectInvariants(order));

  it('gives the operator the reason, in either dialect', async () => {
    const payment =
      verb === 'refund' ? await captured(store, order, { card }) : await placed(store, order, { card });
    const inMedusa = await asBackOffice(store, 'POST', `/payments/${payment}/${verb}`, {
      body: { amount: 5 },
    });
    expect([inMedusa.status, inMedusa.body]).toEqual([
      422,
      { type: 'payment_authorization_error', code, message },
    ]);
    const path = `/orders/${order.id}`;
    const id = spreeIdOf('py', payment);
    const inSpree =
      verb === 'refund'
        ? asStaff(store, 'POST', `${path}/refunds`, { payment_id: id, amount: '5.00' })
        : asStaff(store, 'PATCH', `${path}/payments/${id}/capture`, {});
    await expect(inSpree).rejects.toThrow(
      new RegExp(`422 .*"payment_failed".*${message}.*"decline_code":"${code}"`),
    );
  });
});
