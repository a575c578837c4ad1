import {
  anOrder,
  asGuest,
  asOrderSystem,
  call,
  cartIdOf,
  methodOf,
  type Json,
  type Reply,
} from '../../support/http';
import { medusaIdOf, spreeIdOf } from '../../support/ids';
import { expectInvariants } from '../../support/invariants';
import {
  aFurther,
  asBackOffice,
  askFor,
  kindsOf,
  markPaid,
  medusaOrder,
  paymentRows,
  placed,
} from '../../support/medusa-admin';
import { asStaff } from '../../support/spree';
import { aStore, type OrderMade, type StoreMade } from '../../support/tandem';

// What is due for an order, as both dialects show it and every act keeps to it. Orders are of 110.00 USD.

let store: StoreMade;
let order: OrderMade;

beforeAll(async () => {
  store = await aStore();
});
beforeEach(async () => {
  order = await anOrder(store);
});
afterEach(() => expectInvariants(order));

const office = (method: string, path: string, body?: Json): Promise<Reply> =>
  asBackOffice(store, method, path, { body });
const capture = (payment: string, amount?: number): Promise<Reply> =>
  office('POST', `/payments/${payment}/capture`, { amount });
const refund = (payment: string, amount?: number, more: Json = {}): Promise<Reply> =>
  office('POST', `/payments/${payment}/refund`, { amount, ...more });
const credit = (amount: number): Promise<Reply> =>
  office('POST', `/orders/${medusaOrder(order)}/credit-lines`, {
    amount,
    reference: 'goodwill',
    reference_id: 'ticket-17',
  });
const cancel = (): Promise<Reply> => office('POST', `/orders/${medusaOrder(order)}/cancel`);

interface Shown {
  readonly spree: Json;
  readonly medusa: Json;
}

/** What is due, as Spree's shopper and staff and Medusa's staff are shown it. */
async function shown(): Promise<Shown> {
  const headers = asGuest(store, order);
  const spree = (await call('GET', `/api/v3/store/orders/${order.id}`, { headers })).body;
  const staff = await asStaff(store, 'GET', `/orders/${order.id}`);
  const fields =
    'payment_status,summary,total,version,credit_line_total,*credit_lines,payment_collections.completed_at';
  const medusa = (await office('GET', `/orders/${medusaOrder(order)}?fields=${fields}`)).body.order;
  expect([staff.amount_due, staff.payment_state]).toEqual([spree.amount_due, spree.payment_state]);
  return { spree: { ...spree, payment_total: staff.payment_total }, medusa };
}

async function expectDue(spree: Json, pending: number, status: string): Promise<void> {
  const now = await shown();
  expect(now.spree).toMatchObject(spree);
  expect([now.medusa.summary.pending_difference, now.medusa.payment_status]).toEqual([pending, status]);
}

const state = (
  payment_state: string,
  payment_status: string,
  amount_due: string,
  payment_total: string,
): Json => ({
  payment_state,
  payment_status,
  amount_due,
  payment_total,
});

/** Placed and paid with a card whose refunds the gateway refuses. */
async function placedUnrefundable(): Promise<string> {
  const headers = { 'x-publishable-api-key': store.publishable_key };
  const body = { provider_id: 'pp_bogus_default', data: { bogus_card: 'refund_refused' } };
  await call('POST', `/store/payment-collections/${cartIdOf(order.id, 'pay_col')}/payment-sessions`, {
    headers,
    body,
  });
  await call('POST', `/store/carts/${order.cart_id}/complete`, { headers });
  const path = `/orders/${medusaOrder(order)}?fields=payment_collections.payments.id`;
  return (await office('GET', path)).body.order.payment_collections[0].payments[0].id as string;
}

describe('a canceled order is not payable', () => {
  it('what was captured and could not be refunded is owed back', async () => {
    await capture(await placedUnrefundable(), 20);
    expect((await cancel()).status).toBe(422);
    await expectDue(state('credit_owed', 'overcharged', '0.0', '20.0'), -20, 'partially_captured');
  });

  it.each([
    ['held and released', [], state('void', 'voided', '0.0', '0.0'), 'canceled'],
    ['captured and refunded', [110], state('void', 'refunded', '0.0', '0.0'), 'refunded'],
    ['captured in part, the rest released', [40], state('void', 'refunded', '0.0', '0.0'), 'refunded'],
  ])('%s: nothing is due', async (_, amounts, spree, status) => {
    const payment = await placed(store, order);
    for (const amount of amounts) await capture(payment, amount);
    expect((await cancel()).status).toBe(200);
    await expectDue(spree, 0, status);
  });

  it('and is canceled once: again it is refused as Medusa does, and answered as it stands in Spree', async () => {
    await placed(store, order);
    expect((await cancel()).status).toBe(200);
    expect((await cancel()).body).toEqual({
      type: 'invalid_data',
      message: `Order with id ${medusaOrder(order)} has been canceled.`,
    });
    expect((await asStaff(store, 'PATCH', `/orders/${order.id}/cancel`)).state).toBe('canceled');
  });
});

describe('a refund on purpose is no debt', () => {
  it('leaves a credit line named after its reason, and nothing to be asked for again', async () => {
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
    expect(kindsOf([await askFor(store, order, 0.01), await credit(1), await credit(-1)])).toEqual([
      [400, 'invalid_data'],
      [400, 'invalid_data'],
      [400, 'invalid_data'],
    ]);
  });

  it('leaves what is left to capture as it was', async () => {
    const payment = await placed(store, order);
    await capture(payment, 40);
    await refund(payment, 15);
    await expectDue(state('balance_due', 'partially_refunded', '0.0', '25.0'), 70, 'partially_refunded');
    expect((await capture(payment)).status).toBe(200);
    await expectDue(state('paid', 'partially_refunded', '0.0', '95.0'), 0, 'partially_refunded');
  });

  it('of all of it, at once from both dialects, is one sum of credit', async () => {
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

  it('before the order is placed is to be paid again', async () => {
    const made = await markPaid(store, order, cartIdOf(order.id, 'pay_col'));
    await refund(made.body.payment_collection.payments[0].id as string, 10);
    expect(await asStaff(store, 'GET', `/orders/${order.id}`)).toMatchObject({ amount_due: '10.0' });
    expect(
      (
        await asStaff(store, 'POST', `/orders/${order.id}/payments`, {
          payment_method_id: methodOf(store, 'pp_system_default'),
        })
      ).amount,
    ).toBe('10.0');
  });
});

describe('a credit line', () => {
  it('takes off what is due, up to it, and what it took off is captured no more', async () => {
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

  it('is of a placed order of this store alone', async () => {
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

describe('never more than is due is collected', () => {
  it('a further collection paid, and then the held amount: only the rest of it', async () => {
    const payment = await placed(store, order);
    await markPaid(store, order, await aFurther(store, order, 70));
    expect((await capture(payment)).status).toBe(400);
    expect((await capture(payment, 40)).status).toBe(200);
    await expectDue({ payment_state: 'paid', payment_total: '110.0' }, 0, 'partially_captured');
  });

  it('the held amount captured, and then a further collection that asked before', async () => {
    const payment = await placed(store, order);
    const further = await aFurther(store, order, 70);
    await capture(payment);
    expect((await markPaid(store, order, further)).body).toEqual({
      type: 'invalid_data',
      message: 'Amount must be less than or equal to 0.00',
    });
  });

  it('both at once: one of them', async () => {
    for (let round = 0; round < 4; round++) {
      order = await anOrder(store);
      const payment = await placed(store, order);
      const further = await aFurther(store, order, 70);
      const replies = await Promise.all([capture(payment), markPaid(store, order, further)]);
      expect(replies.map(({ status }) => status).sort()).toEqual([200, 400]);
      await expectInvariants(order);
    }
  });

  it('a capture and a credit line at once: one of them', async () => {
    for (let round = 0; round < 4; round++) {
      order = await anOrder(store);
      const payment = await placed(store, order);
      const replies = await Promise.all([capture(payment), credit(110)]);
      expect(replies.map(({ status }) => status).sort()).toEqual([200, 400]);
      await expectInvariants(order);
    }
  });
});

describe('a placed order that is owed money', () => {
  const check = (): string => methodOf(store, 'pp_system_default');
  const pay = (body: Json, of = order): Promise<Reply> =>
    call('POST', `/api/v3/admin/orders/${of.id}/payments`, { headers: asOrderSystem(store), body });
  const sessions = (method: string, rest: string, body?: Json): Promise<Reply> =>
    call(method, `/api/v3/admin/orders/${order.id}/payment_sessions${rest}`, {
      headers: asOrderSystem(store),
      body,
    });

  /** Held, captured in part, and nothing held any more. */
  async function owing(): Promise<void> {
    const payment = await placed(store, order);
    await office('POST', `/payments/${payment}/cancel`);
  }

  it('is paid by staff by hand, for what is due and no more', async () => {
    await owing();
    await expectDue(state('balance_due', 'voided', '110.0', '0.0'), 110, 'canceled');
    const tooMuch = await pay({ payment_method_id: check(), amount: '110.01' });
    expect([tooMuch.status, tooMuch.body.error.message]).toEqual([
      422,
      'Amount must be less than or equal to 110.00',
    ]);
    expect((await pay({ payment_method_id: check(), amount: '60' })).status).toBe(201);
    expect((await pay({ payment_method_id: check() })).body.amount).toBe('50.0');
    expect((await pay({ payment_method_id: check() })).status).toBe(422);
  });

  it('is paid by staff with a session, as in a cart', async () => {
    await owing();
    const made = await sessions('POST', '', { payment_method_id: methodOf(store), amount: '30' });
    expect([made.status, made.body.amount]).toEqual([201, '30.0']);
    const id = made.body.id as string;
    const changed = await sessions('PATCH', `/${id}`, { amount: '110' });
    expect([changed.status, changed.body.amount]).toEqual([200, '110.0']);
    const done = await sessions('PATCH', `/${id}/complete`);
    expect([done.status, done.body.status]).toEqual([200, 'completed']);
    expect((await sessions('GET', `/${id}`)).body.status).toBe('completed');
    await expectDue({ amount_due: '0.0' }, 110, 'authorized');
    expect((await sessions('POST', '', { payment_method_id: methodOf(store) })).status).toBe(422);
  });

  it('through both dialects at once never takes more than is due', async () => {
    for (let round = 0; round < 4; round++) {
      order = await anOrder(store);
      await owing();
      const further = await aFurther(store, order, 70);
      const replies = await Promise.all([
        pay({ payment_method_id: check(), amount: '60' }),
        pay({ payment_method_id: check(), amount: '60' }),
        markPaid(store, order, further),
      ]);
      expect(replies.filter(({ status }) => status < 300)).not.toHaveLength(3);
      const held = await paymentRows(order);
      for (const { id, state: how } of held)
        if (how === 'authorized')
          await office('POST', `/payments/${medusaIdOf('pay', id as string)}/capture`);
      await expectInvariants(order);
    }
  });

  it('is not paid by its shopper, who is told why', async () => {
    await owing();
    const headers = asGuest(store, order);
    const body = { payment_method_id: methodOf(store) };
    const path = `/api/v3/store/orders/${order.id}/payment_sessions`;
    const reply = await call('POST', path, { headers, body });
    expect([reply.status, reply.body.error]).toEqual([
      422,
      {
        code: 'order_invalid_state',
        message: 'The order is placed: what is still due for it is collected by the store',
      },
    ]);
    const session = (await sessions('POST', '', body)).body.id as string;
    expect((await call('PATCH', `${path}/${session}/complete`, { headers, body: {} })).status).toBe(422);
    expect((await call('PATCH', `${path}/${session}`, { headers, body: {} })).status).toBe(422);
  });

  it('is paid no more once it is canceled, not by staff either', async () => {
    await owing();
    const session = (await sessions('POST', '', { payment_method_id: methodOf(store) })).body.id as string;
    await cancel();
    const replies = [
      await pay({ payment_method_id: check() }),
      await sessions('POST', '', { payment_method_id: methodOf(store) }),
      await sessions('PATCH', `/${session}/complete`),
    ];
    expect(replies.map(({ status }) => status)).toEqual([422, 422, 422]);
  });
});

describe('a collection is completed', () => {
  const completedAt = async (): Promise<unknown[]> =>
    (await shown()).medusa.payment_collections.map(({ completed_at }: Json) => completed_at as unknown);

  it('when its captures come to its amount, not when its order is placed', async () => {
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

  it('also a further one, when it is paid', async () => {
    await placed(store, order);
    await markPaid(store, order, await aFurther(store, order, 20));
    expect(await completedAt()).toEqual([null, expect.any(String)]);
  });
});

describe('what is done already', () => {
  it.each([[undefined], [110], [5], [1000]])(
    'a capture of a captured payment (%p) is its payment again',
    async (amount) => {
      const payment = await placed(store, order);
      await capture(payment);
      const again = await capture(payment, amount);
      expect([again.status, again.body.payment.captures]).toMatchObject([200, [{ amount: 110 }]]);
      expect(await paymentRows(order)).toMatchObject([{ captured: '11000' }]);
    },
  );

  it('a double click captures once, and both are answered with the payment', async () => {
    const payment = await placed(store, order);
    const replies = await Promise.all([capture(payment), capture(payment), capture(payment)]);
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await paymentRows(order)).toMatchObject([{ captured: '11000', capturing: '0' }]);
  });

  it('a void of a voided payment is it again, twice at once too', async () => {
    const payment = await placed(store, order);
    const path = `/api/v3/admin/orders/${order.id}/payments/${spreeIdOf('py', payment)}/void`;
    const voided = (): Promise<Reply> => call('PATCH', path, { headers: asOrderSystem(store) });
    const replies = [...(await Promise.all([voided(), voided()])), await voided()];
    expect(replies.map(({ status, body }) => [status, body.state])).toEqual(Array(3).fill([200, 'void']));
  });
});
