import { actsOn, state } from '../../support/due';
import { withOrder } from '../../support/checkout';
import {
  asGuest,
  asOrderSystem,
  call,
  cartIdOf,
  methodOf,
  sessionsPath,
  type Json,
} from '../../support/http';
import { spreeIdOf } from '../../support/ids';
import { expectInvariants } from '../../support/invariants';
import {
  createCollection,
  asBackOffice,
  requestCollection,
  kindsOf,
  markPaid,
  medusaOrder,
  placed,
} from '../../support/medusa-admin';
import { asStaff } from '../../support/spree';
import { aStore, type OrderMade, type StoreMade } from '../../support/tandem';

// What is due for an order: both dialects show it and every action respects it. Orders are of 110.00 USD.

let store: StoreMade;
let order: OrderMade;

withOrder((made) => ({ store, order } = made));
afterEach(() => expectInvariants(order));

const { office, capture, refund, credit, cancel, shown, expectDue } = actsOn(() => ({ store, order }));

/** Places the order with a card whose refunds the gateway refuses. */
const placedUnrefundable = (): Promise<string> => placed(store, order, { card: 'refund_refused' });

describe('a canceled order is not payable', () => {
  it('what was captured and could not be refunded is owed to the customer', async () => {
    await capture(await placedUnrefundable(), 20);
    expect((await cancel()).status).toBe(422);
    await expectDue(state('credit_owed', 'overcharged', '0.0', '20.0'), -20, 'partially_captured');
  });

  it.each([
    ['authorized and released', [], state('void', 'voided', '0.0', '0.0'), 'canceled'],
    ['captured and refunded', [110], state('void', 'refunded', '0.0', '0.0'), 'refunded'],
    ['captured in part, the rest released', [40], state('void', 'refunded', '0.0', '0.0'), 'refunded'],
  ])('%s: nothing is due', async (_, amounts, spree, status) => {
    const payment = await placed(store, order);
    for (const amount of amounts) await capture(payment, amount);
    expect((await cancel()).status).toBe(200);
    await expectDue(spree, 0, status);
  });

  it('a second cancellation is refused in Medusa’s dialect, and returns the canceled order in Spree’s', async () => {
    await placed(store, order);
    expect((await cancel()).status).toBe(200);
    expect((await cancel()).body).toEqual({
      type: 'invalid_data',
      message: `Order with id ${medusaOrder(order)} has been canceled.`,
    });
    expect((await asStaff(store, 'PATCH', `/orders/${order.id}/cancel`)).state).toBe('canceled');
  });
});

describe('a refund of a placed order does not make it due again', () => {
  it('leaves a credit line named after its reason, and nothing to collect again', async () => {
    const payment = await placed(store, order);
    await capture(payment);
    const reason = await office('POST', '/refund-reasons', { label: 'Damaged', code: `damaged ${order.id}` });
    const { id: refund_reason_id, code } = reason.body.refund_reason;
    await refund(payment, 30, { refund_reason_id });
    await refund(payment, 20);
    await expectDue(state('paid', 'partially_refunded', '0.0', '60.0'), 0, 'partially_refunded');
    const { medusa } = await shown();
    expect(medusa).toMatchObject({ total: 60, credit_line_total: 50, version: 3 });
    expect(medusa.summary).toMatchObject({
      original_order_total: 110,
      current_order_total: 60,
      accounting_total: 60,
      transaction_total: 60,
      paid_total: 110,
      refunded_total: 50,
      credit_line_total: 50,
    });
    expect(medusa.credit_lines).toMatchObject([
      { id: expect.stringMatching(/^ordcl_/), amount: 30, reference: 'Damaged', reference_id: code },
      { amount: 20, reference: 'payment_collection', reference_id: cartIdOf(order.id, 'pay_col') },
    ]);
    expect(kindsOf([await requestCollection(store, order, 0.01), await credit(1), await credit(-1)])).toEqual(
      [
        [400, 'invalid_data'],
        [400, 'invalid_data'],
        [400, 'invalid_data'],
      ],
    );
  });

  it('does not change what is left to capture', async () => {
    const payment = await placed(store, order);
    await capture(payment, 40);
    await refund(payment, 15);
    await expectDue(state('balance_due', 'partially_refunded', '0.0', '25.0'), 70, 'partially_refunded');
    expect((await capture(payment)).status).toBe(200);
    await expectDue(state('paid', 'partially_refunded', '0.0', '95.0'), 0, 'partially_refunded');
  });

  it('in full, from both dialects at once, adds up to the order’s total as credit', async () => {
    const payment = await placed(store, order);
    await capture(payment);
    const path = `/api/v3/admin/orders/${order.id}/refunds`;
    const body = { payment_id: spreeIdOf('py', payment), amount: '60' };
    await Promise.all([refund(payment, 50), call('POST', path, { headers: asOrderSystem(store), body })]);
    await expectDue(state('paid', 'refunded', '0.0', '0.0'), 0, 'refunded');
    expect((await shown()).medusa).toMatchObject({ total: 0, credit_line_total: 110 });
    expect((await refund(payment)).body).toEqual({
      type: 'invalid_data',
      message: 'You cannot refund more than what is captured on the payment.',
    });
  });

  it('before the order is placed makes its amount due again', async () => {
    const headers = asGuest(store, order);
    const body = { payment_method_id: methodOf(store), amount: '50.00' };
    const { body: session } = await call('POST', sessionsPath(order), { headers, body });
    const done = await call('PATCH', sessionsPath(order, `/${session.id}/complete`), { headers });
    const payment_id = done.body.payment.id as string;
    await asStaff(store, 'PATCH', `/orders/${order.id}/payments/${payment_id}/capture`);
    await asStaff(store, 'POST', `/orders/${order.id}/refunds`, { payment_id, amount: '10.00' });
    expect(await asStaff(store, 'GET', `/orders/${order.id}`)).toMatchObject({ amount_due: '70.0' });
    expect(
      (
        await asStaff(store, 'POST', `/orders/${order.id}/payments`, {
          payment_method_id: methodOf(store, 'pp_system_default'),
        })
      ).amount,
    ).toBe('70.0');
  });
});

describe('a credit line', () => {
  it('reduces what is due, at most to zero, and with it what can be captured', async () => {
    const payment = await placed(store, order);
    const path = `/orders/${medusaOrder(order)}/credit-lines`;
    const added = await office('POST', path, {
      amount: 30,
      reference: 'goodwill',
      reference_id: 'ticket-17',
      metadata: { by: 'phone' },
    });
    expect(added.body.order).toMatchObject({
      id: medusaOrder(order),
      total: 80,
      credit_line_total: 30,
      summary: { pending_difference: 80, current_order_total: 80 },
      credit_lines: [
        {
          amount: 30,
          raw_amount: { value: '30', precision: 20 },
          reference: 'goodwill',
          reference_id: 'ticket-17',
          order_id: medusaOrder(order),
          metadata: { by: 'phone', created_in_version: 2 },
        },
      ],
    });
    expect((await credit(80.01)).body.message).toBe(
      'Cannot create more positive credit lines with amount more than the pending difference',
    );
    expect((await credit(-1)).body.message).toBe(
      'Can only create positive credit lines if the order has a positive pending difference',
    );
    expect((await capture(payment)).body).toEqual({
      type: 'invalid_data',
      message: 'The amount is more than what is due for the order, which is 80.00',
    });
    expect((await capture(payment, 80)).status).toBe(200);
    expect((await credit(1)).body.message).toBe(
      'Can only create credit lines if the order has a positive or negative pending difference',
    );
  });

  it.each([
    [{}, "Field 'amount' is required"],
    [{ amount: '5', reference: 'x', reference_id: 'y' }, "Expected type: 'number' for field 'amount'"],
    [{ amount: 5, reference: 'x' }, "Field 'reference_id' is required"],
    [{ amount: 5, reference: 'x', reference_id: 'y', x: 1 }, "Unrecognized fields: 'x'"],
    [{ amount: 0.001, reference: 'x', reference_id: 'y' }, 'more decimals'],
  ])('%j is refused, and nothing is written', async (body, words) => {
    await placed(store, order);
    const reply = await office('POST', `/orders/${medusaOrder(order)}/credit-lines`, body);
    expect([reply.status, reply.body.type, reply.body.message]).toEqual([
      400,
      'invalid_data',
      expect.stringContaining(words),
    ]);
    expect((await shown()).medusa.credit_lines).toEqual([]);
  });

  it('is possible only for a placed order of the same store', async () => {
    expect(kindsOf([await credit(1)])).toEqual([[400, 'not_allowed']]);
    await placed(store, order);
    const theirs = await asBackOffice(await aStore(), 'POST', `/orders/${medusaOrder(order)}/credit-lines`, {
      body: { amount: 1, reference: 'x', reference_id: 'y' },
    });
    expect(theirs.status).toBe(404);
    await cancel();
    expect(kindsOf([await credit(1)])).toEqual([[400, 'invalid_data']]);
  });
});

describe('a collection is completed', () => {
  const completedAt = async (): Promise<unknown[]> =>
    (await shown()).medusa.payment_collections.map(({ completed_at }: Json) => completed_at as unknown);

  it('when its captures add up to its amount, not when its order is placed', async () => {
    const payment = await placed(store, order);
    expect(await completedAt()).toEqual([null]);
    await capture(payment, 40);
    expect(await completedAt()).toEqual([null]);
    await capture(payment);
    const [first] = await completedAt();
    expect(first).toEqual(expect.any(String));
    await refund(payment, 40);
    expect(await completedAt()).toEqual([first]);
  });

  it('when it is a further one that is paid', async () => {
    await placed(store, order);
    await markPaid(store, order, await createCollection(store, order, 20));
    expect(await completedAt()).toEqual([null, expect.any(String)]);
  });
});
