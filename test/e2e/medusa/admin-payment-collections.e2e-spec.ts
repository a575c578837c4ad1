import { withOrder } from '../../support/checkout';
import { asShopper, call, cartIdOf, type Json, type Reply } from '../../support/http';
import { medusaIdOf } from '../../support/ids';
import { expectInvariants } from '../../support/invariants';
import {
  createCollection,
  asBackOffice,
  requestCollection,
  kindsOf,
  markPaid,
  medusaOrder,
  paymentRows,
  placed,
} from '../../support/medusa-admin';
import { aStore, type OrderMade, type StoreMade } from '../../support/tandem';

// Further payment collections: parts of a placed order's total.

let store: StoreMade;
let order: OrderMade;

withOrder((made) => ({ store, order } = made));
afterEach(() => expectInvariants(order));

const admin = (method: string, rest = '', body?: Json, key?: string): Promise<Reply> =>
  asBackOffice(store, method, `/payment-collections${rest}`, { body, key });

const ask = (amount: number, key?: string): Promise<Reply> => requestCollection(store, order, amount, key);
const further = (amount?: number): Promise<string> => createCollection(store, order, amount);
const mark = (id: string, key?: string): Promise<Reply> => markPaid(store, order, id, key);
const first = (): string => cartIdOf(order.id, 'pay_col');

describe('a further collection', () => {
  it('has the fields of a real server, and its own id', async () => {
    await placed(store, order);
    const { status, body } = await ask(20);
    expect([status, body]).toEqual([
      200,
      {
        payment_collection: {
          id: expect.stringMatching(/^pay_col_/),
          currency_code: 'usd',
          amount: 20,
          status: 'not_paid',
          authorized_amount: null,
          captured_amount: null,
          refunded_amount: null,
          payment_sessions: [],
          payments: [],
        },
      },
    ]);
    expect(body.payment_collection.id).not.toBe(first());
  });

  it('asks for at most what is neither captured nor already requested', async () => {
    const payment = await placed(store, order);
    await asBackOffice(store, 'POST', `/payments/${payment}/capture`, { body: { amount: 40 } });
    await further(50);
    const tooMuch = await ask(20.01);
    expect([tooMuch.status, tooMuch.body]).toEqual([
      400,
      { type: 'invalid_data', message: 'Amount must be less than or equal to 20.00' },
    ]);
    const second = await further(20);
    expect((await ask(0.01)).status).toBe(400);
    await admin('DELETE', `/${second}`);
    await asBackOffice(store, 'POST', `/payments/${payment}/refund`, { body: { amount: 5 } });
    // A deliberate refund is no debt: only the amount of the removed collection can be requested again.
    expect((await ask(20.01)).status).toBe(400);
    expect((await ask(20)).status).toBe(200);
    expect((await ask(0.01)).status).toBe(400);
  });

  it('concurrent requests cannot ask for more than the total', async () => {
    await placed(store, order);
    const replies = await Promise.all([ask(70), ask(70), ask(70)]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 400, 400]);
  });

  it('a repeated request creates no second collection', async () => {
    await placed(store, order);
    const [one, two] = await Promise.all([ask(20, 'ask'), ask(20, 'ask')]);
    expect(two.body).toEqual(one.body);
    const reused = await ask(21, 'ask');
    expect([reused.status, reused.body.code]).toEqual([422, 'idempotency_key_reused']);
  });

  it.each([
    [{}, "Invalid request: Field 'order_id' is required; Field 'amount' is required"],
    [{ order_id: 'order_x' }, "Invalid request: Field 'amount' is required"],
    [
      { order_id: 'order_x', amount: 0 },
      "Invalid request: Value for field 'amount' too small, expected at least: '0'",
    ],
    [
      { order_id: 'order_x', amount: -1 },
      "Invalid request: Value for field 'amount' too small, expected at least: '0'",
    ],
    [
      { order_id: 'order_x', amount: '5' },
      "Invalid request: Expected type: 'number' for field 'amount', got: '5'",
    ],
    [{ order_id: 'order_x', amount: 1, x: 1 }, "Invalid request: Unrecognized fields: 'x'"],
  ])('%j is refused', async (body, message) => {
    const reply = await admin('POST', '', body);
    expect([reply.status, reply.body]).toEqual([400, { type: 'invalid_data', message }]);
  });

  it('needs an amount with the currency’s decimals and a placed order of this store', async () => {
    const open = await ask(20);
    expect([open.status, open.body.type]).toEqual([400, 'not_allowed']);
    await placed(store, order);
    expect((await ask(0.001)).body.message).toContain('more decimals');
    for (const id of ['order_x', medusaIdOf('order', '01a1fc02-0000-7000-8000-000000000001')]) {
      const unknown = await admin('POST', '', { order_id: id, amount: 1 });
      expect([unknown.status, unknown.body]).toEqual([
        404,
        { type: 'not_found', message: `Order id not found: ${id}` },
      ]);
    }
    const theirs = await asBackOffice(await aStore(), 'POST', '/payment-collections', {
      body: { order_id: medusaOrder(order), amount: 1 },
    });
    expect(theirs.status).toBe(404);
  });

  it('is hidden from shoppers, who cannot open a session on it', async () => {
    await placed(store, order);
    const id = await further();
    const headers = asShopper(store);
    const path = `/store/payment-collections/${id}/payment-sessions`;
    for (const provider_id of ['pp_system_default', 'pp_nope_nope']) {
      const reply = await call('POST', path, { headers, body: { provider_id } });
      expect([reply.status, reply.body.message]).toEqual([
        404,
        `PaymentCollection with id: ${id} was not found`,
      ]);
    }
  });

  it('can be deleted only while it is unpaid', async () => {
    await placed(store, order);
    const id = await further();
    const removed = await admin('DELETE', `/${id}`, undefined, 'remove');
    expect([removed.status, removed.body]).toEqual([
      200,
      { id, object: 'payment-collection', deleted: true },
    ]);
    const replayed = await admin('DELETE', `/${id}`, undefined, 'remove');
    expect([replayed.status, replayed.body]).toEqual([200, removed.body]);
    expect(kindsOf([await admin('DELETE', `/${id}`), await mark(id)])).toEqual([
      [404, 'not_found'],
      [404, 'not_found'],
    ]);
    const paid = await further();
    await mark(paid);
    const replies = [await admin('DELETE', `/${paid}`), await admin('DELETE', `/${first()}`)];
    expect(kindsOf(replies)).toEqual([
      [400, 'not_allowed'],
      [400, 'not_allowed'],
    ]);
  });

  it('deleted and paid at the same time: one of them succeeds', async () => {
    await placed(store, order);
    const id = await further();
    const [removed, paid] = await Promise.all([admin('DELETE', `/${id}`), mark(id)]);
    expect([removed.status === 200, paid.status === 200].sort()).toEqual([false, true]);
    expect(await paymentRows(order)).toHaveLength(paid.status === 200 ? 2 : 1);
  });
});
