import { spreePayment, withOrder } from '../../support/checkout';
import { asGuest, asOrderSystem, asShopper, call, type Reply } from '../../support/http';
import { uuidOf } from '../../support/ids';
import { expectInvariants } from '../../support/invariants';
import { asStaff } from '../../support/spree';
import { database, type OrderMade, type StoreMade } from '../../support/tandem';
import { until, whileLocked } from '../../support/target-server';

// Money in a pending refund or void does not cover an order (libs/core/checkout/src/place-order/placement-rule.ts): the
// order is not placed on it, and is placed or left open once the gateway has decided.

let store: StoreMade;
let order: OrderMade;

withOrder((made) => ({ store, order } = made), { email: 'a@example.com' });

/** The shopper authorizes a payment; returns its id. */
const authorized = async (card: string, amount?: string): Promise<string> =>
  (await spreePayment(store, order, { external_data: { bogus_card: card }, amount })).id;

const inAdmin = (method: string, rest: string): Promise<Reply> =>
  call(method, `/api/v3/admin/orders/${order.id}${rest}`, { headers: asOrderSystem(store), body: {} });

interface PlaceDecision {
  readonly state: string;
  readonly isRequested: boolean;
  readonly problem: string | null;
}

async function placement(): Promise<PlaceDecision> {
  const { rows } = await database().query<PlaceDecision>(
    `SELECT state, placement_requested_at IS NOT NULL AS "isRequested", placement_problem AS problem
       FROM orders WHERE id = $1`,
    [uuidOf(order.id)],
  );
  if (!rows[0]) throw new Error('no such order');
  return rows[0];
}

const updateRefund = (set: string): Promise<unknown> =>
  database().query(
    `UPDATE provider_operations SET ${set} WHERE order_id = $1 AND state = 'requested' AND verb = 'refund'`,
    [uuidOf(order.id)],
  );

const updateOrder = (columns: string): Promise<unknown> =>
  database().query(`UPDATE orders SET ${columns} WHERE id = $1`, [uuidOf(order.id)]);

/** A refund of 50 captured is pending, and 60 are authorized. The refund's look-up is postponed by an hour. */
async function refundInFlight(card: string): Promise<void> {
  const payment_id = await authorized(card, '50.00');
  await asStaff(store, 'PATCH', `/orders/${order.id}/payments/${payment_id}/capture`);
  await authorized('good');
  const refund = await asStaff(store, 'POST', `/orders/${order.id}/refunds`, { payment_id, amount: '50.00' });
  expect(refund.state).toBe('pending');
  // The capture has requested the placement; this test starts without a request.
  await updateOrder('placement_requested_at = NULL, placement_due_at = NULL, placement_problem = NULL');
  await updateRefund(`lease_until = now() + interval '1 hour'`);
}

const VOIDED = `SELECT 1 FROM payments WHERE order_id = $1 AND state = 'canceled'`;

/** The callers that may place an order, and the error that each gets. */
const CALLERS: readonly (readonly [string, () => Promise<unknown>, unknown])[] = [
  [
    'its shopper, in Spree',
    () => asShopperOf('PATCH', `/api/v3/store/orders/${order.id}/complete`),
    spreeRefusal(),
  ],
  ['an operator, in Spree', () => refusal(inAdmin('PATCH', '/complete')), spreeRefusal()],
  ['its shopper, in Medusa', inMedusa, ['cart', expect.stringContaining('is being refunded or voided')]],
  ['the worker', byWorker, undefined],
];

function spreeRefusal(): unknown {
  return [422, 'A payment for the order is being refunded or voided'];
}

async function refusal(reply: Promise<Reply>): Promise<unknown> {
  const { status, body } = await reply;
  return [status, body.error?.message];
}

function asShopperOf(method: string, path: string): Promise<unknown> {
  return refusal(call(method, path, { headers: asGuest(store, order), body: {} }));
}

async function inMedusa(): Promise<unknown> {
  const { body } = await call('POST', `/store/carts/${order.cart_id}/complete`, {
    headers: { ...asShopper(store), 'x-spree-order-token': order.token },
  });
  return [body.type, body.error?.message];
}

/** Waits until the worker has checked the order and set its next check. */
async function byWorker(): Promise<void> {
  await updateOrder(`placement_requested_at = now(), placement_due_at = '2020-01-01'`);
  const checked = `SELECT 1 FROM orders WHERE id = $1 AND placement_due_at > '2020-01-01'`;
  await until(async () => (await database().query(checked, [uuidOf(order.id)])).rowCount === 1, 20_000);
}

describe.each(CALLERS)('a refund is pending, and %s places the order', (_, place, response) => {
  it.each([
    ['fails', 'refund_fails', 'completed', null],
    ['succeeds', 'refund_pending', 'open', '50.00 USD is still to be paid'],
  ])('the order is decided once the refund %s', async (...row) => {
    const [, card, state, problem] = row;
    await refundInFlight(card);
    expect(await place()).toEqual(response);
    expect(await placement()).toEqual({ state: 'open', isRequested: true, problem: null });
    await updateRefund('lease_until = now()');
    const SETTLED = `SELECT 1 FROM provider_operations WHERE order_id = $1 AND verb = 'refund' AND state <> 'requested'`;
    await until(async () => (await database().query(SETTLED, [uuidOf(order.id)])).rowCount === 1, 20_000);
    // In the transaction that settles the refund.
    expect(await placement()).toMatchObject({ state, problem });
    await expectInvariants(order);
  });
});

it.each(CALLERS)('a void is pending, and %s places the order: it stays open', async (_, place, response) => {
  const payment = await authorized('good');
  let received: unknown;
  // The gateway has the void's request, and has not responded yet.
  await whileLocked(
    [
      `SELECT 1 FROM bogus_charges WHERE id IN (SELECT reference FROM payments WHERE order_id = $1)`,
      uuidOf(order.id),
    ],
    () => inAdmin('PATCH', `/payments/${payment}/void`),
    async () => {
      received = await place();
      expect(await placement()).toMatchObject({ state: 'open' });
    },
  );
  expect(received).toEqual(response);
  await until(async () => (await database().query(VOIDED, [uuidOf(order.id)])).rowCount === 1, 20_000);
  await updateOrder('placement_due_at = now()');
  await until(async () => (await placement()).isRequested === false, 30_000);
  expect(await placement()).toEqual({ state: 'open', isRequested: false, problem: null });
  await expectInvariants(order);
});

it('when staff capture the rest during the refund, the order waits too, and is placed if the refund fails', async () => {
  await refundInFlight('refund_fails');
  const { data } = await asStaff(store, 'GET', `/orders/${order.id}/payments`);
  const rest = (data as { id: string; amount: string }[]).find(({ amount }) => amount === '60.0');
  expect((await inAdmin('PATCH', `/payments/${rest?.id ?? ''}/capture`)).status).toBe(200);
  expect(await placement()).toMatchObject({ state: 'open', isRequested: true });
  await updateRefund('lease_until = now()');
  await until(async () => (await placement()).state === 'completed', 20_000);
  await expectInvariants(order);
});
