import { anOrder, type Reply } from '../../support/http';
import { spreeIdOf, uuidOf } from '../../support/ids';
import { expectInvariants } from '../../support/invariants';
import { asBackOffice, medusaOrder, paymentRows, placed } from '../../support/medusa-admin';
import { asStaff } from '../../support/spree';
import { aStore, database, tandem, type OrderMade, type StoreMade } from '../../support/tandem';

// The rest of an authorization after a partial capture: a gateway that captures once releases it with the capture, one that
// captures several times holds it until it is voided. The ledger agrees with the gateway at once.

const ONCE = 'pp_bogus-once_default';
const MANY = 'pp_bogus_default';

let store: StoreMade;
let order: OrderMade;

beforeAll(async () => {
  store = await aStore();
  await asStaff(store, 'POST', '/payment_methods', { type: ONCE, name: 'Captured once' });
});
beforeEach(async () => {
  order = await anOrder(store);
});
afterEach(() => expectInvariants(order));

const capture = (payment: string, amount?: number): Promise<Reply> =>
  asBackOffice(store, 'POST', `/payments/${payment}/capture`, { body: { amount } });
const inSpree = (payment: string, act: string): Promise<Reply['body']> =>
  asStaff(store, 'PATCH', `/orders/${order.id}/payments/${spreeIdOf('py', payment)}/${act}`, {});
const cancel = (): Promise<Reply> => asBackOffice(store, 'POST', `/orders/${medusaOrder(order)}/cancel`);

async function differences(): Promise<unknown[]> {
  const stdout = await tandem('reconcile', '--json', '--days=1').catch(
    (error: { stdout: string }) => error.stdout,
  );
  const report = JSON.parse(stdout) as { differences: { order_id: string }[] };
  return report.differences.filter(({ order_id }) => order_id === order.id);
}

async function collections(): Promise<unknown[]> {
  const { rows } = await database().query(
    'SELECT authorized, captured, canceled FROM payment_collections WHERE order_id = $1',
    [uuidOf(order.id)],
  );
  return rows;
}

describe('a gateway that captures once', () => {
  it('releases the rest with the capture: it cannot be captured and does not cover the order', async () => {
    const payment = await placed(store, order, { provider: ONCE });
    expect((await capture(payment, 50)).status).toBe(200);
    expect(await paymentRows(order)).toMatchObject([
      { state: 'captured', captured: '5000', canceled: '6000', capturing: '0' },
    ]);
    expect(await collections()).toEqual([{ authorized: '11000', captured: '5000', canceled: '6000' }]);
    expect((await capture(payment, 60)).status).toBe(400);
    expect(await differences()).toEqual([]);
  });

  it.each(['capture', 'void'])('allows nothing more with the rest: %s', async (act) => {
    const payment = await placed(store, order, { provider: ONCE });
    await capture(payment, 50);
    const reply = inSpree(payment, act);
    await (act === 'void' ? expect(reply).rejects.toThrow(/422/) : reply);
    expect(await paymentRows(order)).toMatchObject([{ captured: '5000', canceled: '6000' }]);
  });

  it('makes one of two captures at once; what the other had reserved is released as well', async () => {
    const payment = await placed(store, order, { provider: ONCE });
    const replies = await Promise.all([capture(payment, 40), capture(payment, 50)]);
    const [done, refused] = replies.map(({ status }) => status).sort();
    // The gateway refuses the second, or it comes after the first, when nothing is left.
    expect([done, [400, 422].includes(refused ?? 0)]).toEqual([200, true]);
    const [{ captured, canceled, capturing }] = await paymentRows(order);
    expect([Number(captured) + Number(canceled), capturing]).toEqual([11_000, '0']);
  });

  it('has nothing to release after a full capture', async () => {
    const payment = await placed(store, order, { provider: ONCE });
    expect((await capture(payment)).status).toBe(200);
    expect(await paymentRows(order)).toMatchObject([{ captured: '11000', canceled: '0' }]);
  });

  it('refunds what was captured when the order is canceled, and no more', async () => {
    await capture(await placed(store, order, { provider: ONCE }), 50);
    expect((await cancel()).status).toBe(200);
    expect(await paymentRows(order)).toMatchObject([
      { captured: '5000', canceled: '6000', refunded: '5000' },
    ]);
    expect(await differences()).toEqual([]);
  });
});

describe('a gateway that captures several times', () => {
  it('holds the rest after a capture, until it is captured', async () => {
    const payment = await placed(store, order, { provider: MANY });
    await capture(payment, 50);
    expect(await paymentRows(order)).toMatchObject([{ captured: '5000', canceled: '0' }]);
    expect((await capture(payment, 60)).status).toBe(200);
    expect(await paymentRows(order)).toMatchObject([{ captured: '11000', canceled: '0' }]);
  });

  it('releases the rest when the payment is voided, and captures nothing more', async () => {
    const payment = await placed(store, order, { provider: MANY });
    await capture(payment, 50);
    expect(await inSpree(payment, 'void')).toMatchObject({
      state: 'completed',
      amount: '50.0',
      uncaptured_amount: '0.0',
      voided_amount: '60.0',
    });
    expect(await paymentRows(order)).toMatchObject([
      { state: 'captured', captured: '5000', canceled: '6000', capturing: '0' },
    ]);
    expect((await capture(payment, 1)).status).toBe(400);
    expect(await differences()).toEqual([]);
  });

  it('releases the rest and refunds what was captured when the order is canceled', async () => {
    await capture(await placed(store, order, { provider: MANY }), 50);
    expect((await cancel()).status).toBe(200);
    expect(await paymentRows(order)).toMatchObject([
      { captured: '5000', canceled: '6000', refunded: '5000' },
    ]);
    expect(await collections()).toEqual([{ authorized: '11000', captured: '5000', canceled: '6000' }]);
    expect(await differences()).toEqual([]);
  });

  it('releases the rest even if the refund is refused, and reports the refusal', async () => {
    await capture(await placed(store, order, { provider: MANY, card: 'refund_no_balance' }), 50);
    const { status, body } = await cancel();
    expect([status, body.code]).toEqual([422, 'balance_insufficient']);
    expect(await paymentRows(order)).toMatchObject([{ captured: '5000', canceled: '6000', refunded: '0' }]);
  });
});
