import { spreePayment, withOrder } from '../../support/checkout';
import { asGuest, asOrderSystem, asShopper, call, type Reply } from '../../support/http';
import { uuidOf } from '../../support/ids';
import { expectInvariants } from '../../support/invariants';
import { asStaff } from '../../support/spree';
import { database, type OrderMade, type StoreMade } from '../../support/tandem';
import { until, whileLocked } from '../../support/target-server';

// What is on its way back covers nothing (libs/core/checkout/src/place-order/placement-rule.ts): an order is not placed on it, whoever asks, and is
// placed or left open once the gateway has decided.

let store: StoreMade;
let order: OrderMade;

withOrder((made) => ({ store, order } = made), { email: 'a@example.com' });

/** Authorized by its shopper; the payment's id. */
const locked = async (card: string, amount?: string): Promise<string> =>
  (await spreePayment(store, order, { external_data: { bogus_card: card }, amount })).id;

const inAdmin = (method: string, rest: string): Promise<Reply> =>
  call(method, `/api/v3/admin/orders/${order.id}${rest}`, { headers: asOrderSystem(store), body: {} });

interface PlaceDecision {
  readonly state: string;
  readonly isRequested: boolean;
  readonly problem: string | null;
}

async function placing(): Promise<PlaceDecision> {
  const { rows } = await database().query<PlaceDecision>(
    `SELECT state, placement_requested_at IS NOT NULL AS "isRequested", placement_problem AS problem
       FROM orders WHERE id = $1`,
    [uuidOf(order.id)],
  );
  if (!rows[0]) throw new Error('no such order');
  return rows[0];
}

const operations = (set: string): Promise<unknown> =>
  database().query(
    `UPDATE provider_operations SET ${set} WHERE order_id = $1 AND state = 'requested' AND verb = 'refund'`,
    [uuidOf(order.id)],
  );

const set = (columns: string): Promise<unknown> =>
  database().query(`UPDATE orders SET ${columns} WHERE id = $1`, [uuidOf(order.id)]);

/** 50 of it are captured and being given back, 60 are held; nobody looks the refund up in this hour. */
async function refundInFlight(card: string): Promise<void> {
  const payment_id = await locked(card, '50.00');
  await asStaff(store, 'PATCH', `/orders/${order.id}/payments/${payment_id}/capture`);
  await locked('good');
  const refund = await asStaff(store, 'POST', `/orders/${order.id}/refunds`, { payment_id, amount: '50.00' });
  expect(refund.state).toBe('pending');
  // The capture has asked for the order: here nobody has yet.
  await set('placement_requested_at = NULL, placement_due_at = NULL, placement_problem = NULL');
  await operations(`lease_until = now() + interval '1 hour'`);
}

const VOIDED = `SELECT 1 FROM payments WHERE order_id = $1 AND state = 'canceled'`;

/** Who may ask for an order to be placed, and how they hear that it is not. */
const ASKERS: readonly (readonly [string, () => Promise<unknown>, unknown])[] = [
  ['its shopper, in Spree', () => ask('PATCH', `/api/v3/store/orders/${order.id}/complete`), REFUSED()],
  ['an operator, in Spree', () => refusal(inAdmin('PATCH', '/complete')), REFUSED()],
  ['its shopper, in Medusa', inMedusa, ['cart', expect.stringContaining('is being refunded or voided')]],
  ['the worker', byWorker, undefined],
];

function REFUSED(): unknown {
  return [422, 'A payment for the order is being refunded or voided'];
}

async function refusal(reply: Promise<Reply>): Promise<unknown> {
  const { status, body } = await reply;
  return [status, body.error?.message];
}

function ask(method: string, path: string): Promise<unknown> {
  return refusal(call(method, path, { headers: asGuest(store, order), body: {} }));
}

async function inMedusa(): Promise<unknown> {
  const { body } = await call('POST', `/store/carts/${order.cart_id}/complete`, {
    headers: { ...asShopper(store), 'x-spree-order-token': order.token },
  });
  return [body.type, body.error?.message];
}

/** It has looked once its next look is set. */
async function byWorker(): Promise<void> {
  await set(`placement_requested_at = now(), placement_due_at = '2020-01-01'`);
  const looked = `SELECT 1 FROM orders WHERE id = $1 AND placement_due_at > '2020-01-01'`;
  await until(async () => (await database().query(looked, [uuidOf(order.id)])).rowCount === 1, 20_000);
}

describe.each(ASKERS)('a refund is on its way, and %s asks', (_, asks, response) => {
  it.each([
    ['fails', 'refund_fails', 'completed', null],
    ['succeeds', 'refund_pending', 'open', '50.00 USD is still to be paid'],
  ])('for the order: it is decided once the refund %s', async (...row) => {
    const [, card, state, problem] = row;
    await refundInFlight(card);
    expect(await asks()).toEqual(response);
    expect(await placing()).toEqual({ state: 'open', isRequested: true, problem: null });
    await operations('lease_until = now()');
    const settled = `SELECT 1 FROM provider_operations WHERE order_id = $1 AND verb = 'refund' AND state <> 'requested'`;
    await until(async () => (await database().query(settled, [uuidOf(order.id)])).rowCount === 1, 20_000);
    // In the transaction that settles the refund.
    expect(await placing()).toMatchObject({ state, problem });
    await expectInvariants(order);
  });
});

it.each(ASKERS)('a void is on its way, and %s asks: the order is not placed', async (_, asks, response) => {
  const payment = await locked('good');
  let heard: unknown;
  // The gateway has been asked, and does not answer yet.
  await whileLocked(
    [
      `SELECT 1 FROM bogus_charges WHERE id IN (SELECT reference FROM payments WHERE order_id = $1)`,
      uuidOf(order.id),
    ],
    () => inAdmin('PATCH', `/payments/${payment}/void`),
    async () => {
      heard = await asks();
      expect(await placing()).toMatchObject({ state: 'open' });
    },
  );
  expect(heard).toEqual(response);
  await until(async () => (await database().query(VOIDED, [uuidOf(order.id)])).rowCount === 1, 20_000);
  await set('placement_due_at = now()');
  await until(async () => (await placing()).isRequested === false, 30_000);
  expect(await placing()).toEqual({ state: 'open', isRequested: false, problem: null });
  await expectInvariants(order);
});

it('an operator captures the rest beside the refund: the order waits too, and is placed where the refund fails', async () => {
  await refundInFlight('refund_fails');
  const { data } = await asStaff(store, 'GET', `/orders/${order.id}/payments`);
  const rest = (data as { id: string; amount: string }[]).find(({ amount }) => amount === '60.0');
  expect((await inAdmin('PATCH', `/payments/${rest?.id ?? ''}/capture`)).status).toBe(200);
  expect(await placing()).toMatchObject({ state: 'open', isRequested: true });
  await operations('lease_until = now()');
  await until(async () => (await placing()).state === 'completed', 20_000);
  await expectInvariants(order);
});
