import { actsOn, state } from '../../support/due';
import { withOrder } from '../../support/checkout';
import { anOrder, asGuest, asOrderSystem, call, methodOf, type Json, type Reply } from '../../support/http';
import { medusaIdOf, spreeIdOf } from '../../support/ids';
import { expectInvariants } from '../../support/invariants';
import { createCollection, markPaid, paymentRows, placed } from '../../support/medusa-admin';
import type { OrderMade, StoreMade } from '../../support/tandem';

// Both dialects together never collect more than is due for a placed order. Orders are of 110.00 USD.

let store: StoreMade;
let order: OrderMade;

withOrder((made) => ({ store, order } = made));
afterEach(() => expectInvariants(order));

const { office, capture, credit, cancel, expectDue } = actsOn(() => ({ store, order }));

describe('no more than is due is collected', () => {
  it('after a further collection is paid, only the rest of the authorized amount can be captured', async () => {
    const payment = await placed(store, order);
    await markPaid(store, order, await createCollection(store, order, 70));
    expect((await capture(payment)).status).toBe(400);
    expect((await capture(payment, 40)).status).toBe(200);
    await expectDue({ payment_state: 'paid', payment_total: '110.0' }, 0, 'partially_captured');
  });

  it('after the authorized amount is captured, an earlier further collection cannot be paid', async () => {
    const payment = await placed(store, order);
    const further = await createCollection(store, order, 70);
    await capture(payment);
    expect((await markPaid(store, order, further)).body).toEqual({
      type: 'invalid_data',
      message: 'Amount must be less than or equal to 0.00',
    });
  });

  it('of both at once, one succeeds', async () => {
    for (let round = 0; round < 4; round++) {
      order = await anOrder(store);
      const payment = await placed(store, order);
      const further = await createCollection(store, order, 70);
      const replies = await Promise.all([capture(payment), markPaid(store, order, further)]);
      expect(replies.map(({ status }) => status).sort()).toEqual([200, 400]);
      await expectInvariants(order);
    }
  });

  it('of a capture and a credit line at once, one succeeds', async () => {
    for (let round = 0; round < 4; round++) {
      order = await anOrder(store);
      const payment = await placed(store, order);
      const replies = await Promise.all([capture(payment), credit(110)]);
      expect(replies.map(({ status }) => status).sort()).toEqual([200, 400]);
      await expectInvariants(order);
    }
  });
});

describe('a placed order with an amount due', () => {
  const check = (): string => methodOf(store, 'pp_system_default');
  const pay = (body: Json, of = order): Promise<Reply> =>
    call('POST', `/api/v3/admin/orders/${of.id}/payments`, { headers: asOrderSystem(store), body });
  const sessions = (method: string, rest: string, body?: Json): Promise<Reply> =>
    call(method, `/api/v3/admin/orders/${order.id}/payment_sessions${rest}`, {
      headers: asOrderSystem(store),
      body,
    });

  /** Places the order and voids its payment, so that all of it is due. */
  async function placedUnpaid(): Promise<void> {
    const payment = await placed(store, order);
    await office('POST', `/payments/${payment}/cancel`);
  }

  it('can be paid manually by staff, up to what is due', async () => {
    await placedUnpaid();
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

  it('can be paid by staff with a session, as in a cart', async () => {
    await placedUnpaid();
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

  it('never collects more than is due through both dialects at once', async () => {
    for (let round = 0; round < 4; round++) {
      order = await anOrder(store);
      await placedUnpaid();
      const further = await createCollection(store, order, 70);
      const replies = await Promise.all([
        pay({ payment_method_id: check(), amount: '60' }),
        pay({ payment_method_id: check(), amount: '60' }),
        markPaid(store, order, further),
      ]);
      expect(replies.filter(({ status }) => status < 300)).not.toHaveLength(3);
      const rows = await paymentRows(order);
      for (const { id, state: paymentState } of rows)
        if (paymentState === 'authorized')
          await office('POST', `/payments/${medusaIdOf('pay', id as string)}/capture`);
      await expectInvariants(order);
    }
  });

  it('cannot be paid by its shopper, who gets the reason', async () => {
    await placedUnpaid();
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

  it('cannot be paid once it is canceled, not even by staff', async () => {
    await placedUnpaid();
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

describe('repeated requests', () => {
  it.each([[undefined], [110], [5], [1000]])(
    'a capture of a captured payment (%p) returns the payment unchanged',
    async (amount) => {
      const payment = await placed(store, order);
      await capture(payment);
      const again = await capture(payment, amount);
      expect([again.status, again.body.payment.captures]).toMatchObject([200, [{ amount: 110 }]]);
      expect(await paymentRows(order)).toMatchObject([{ captured: '11000' }]);
    },
  );

  it('a double click captures once, and each response has the payment', async () => {
    const payment = await placed(store, order);
    const replies = await Promise.all([capture(payment), capture(payment), capture(payment)]);
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await paymentRows(order)).toMatchObject([{ captured: '11000', capturing: '0' }]);
  });

  it('a void of a voided payment returns it unchanged, also when two are sent at once', async () => {
    const payment = await placed(store, order);
    const path = `/api/v3/admin/orders/${order.id}/payments/${spreeIdOf('py', payment)}/void`;
    const voided = (): Promise<Reply> => call('PATCH', path, { headers: asOrderSystem(store) });
    const replies = [...(await Promise.all([voided(), voided()])), await voided()];
    expect(replies.map(({ status, body }) => [status, body.state])).toEqual(Array(3).fill([200, 'void']));
  });
});
