import { spreePayment, withOrder } from '../../support/checkout';
import { call, type Json } from '../../support/http';
import { uuidOf } from '../../support/ids';
import { expectInvariants } from '../../support/invariants';
import { asStaff } from '../../support/spree';
import { database, type OrderMade, type StoreMade } from '../../support/tandem';

// A failed payment does not place the order, and a refund before the order is placed makes its amount due again.

let store: StoreMade;
let order: OrderMade;

withOrder((made) => ({ store, order } = made), { email: 'a@example.com' });
afterEach(() => expectInvariants(order));

/** The shopper authorizes a payment without completing the order; returns the payment's id. */
const authorized = async (card: string, amount?: string): Promise<string> =>
  (await spreePayment(store, order, { external_data: { bogus_card: card }, amount })).id;

async function placement(): Promise<Json> {
  const { rows } = await database().query(
    'SELECT state, placement_requested_at AS requested FROM orders WHERE id = $1',
    [uuidOf(order.id)],
  );
  return rows[0];
}

it('a declined capture neither places the order nor requests it', async () => {
  const payment = await authorized('hold_lapsed');
  const path = `/api/v3/admin/orders/${order.id}/payments/${payment}/capture`;
  const reply = await call('PATCH', path, { headers: { 'x-spree-api-key': store.secret_key } });
  expect([reply.status, reply.body.error.details]).toEqual([422, { decline_code: 'authorization_expired' }]);
  expect(await placement()).toEqual({ state: 'open', requested: null });
});

it('a capture that succeeds places the order it covers', async () => {
  const payment = await authorized('good');
  await asStaff(store, 'PATCH', `/orders/${order.id}/payments/${payment}/capture`);
  expect(await placement()).toMatchObject({ state: 'completed' });
});

it('a refund that began before the order was placed makes its amount due again', async () => {
  const payment_id = await authorized('good', '50.00');
  await asStaff(store, 'PATCH', `/orders/${order.id}/payments/${payment_id}/capture`);
  await asStaff(store, 'POST', `/orders/${order.id}/refunds`, { payment_id, amount: '10.00' });
  expect((await placement()).state).toBe('open');
  const { rows } = await database().query(
    `SELECT details->>'orderWasPlaced' AS placed FROM provider_operations WHERE order_id = $1 AND verb = 'refund'`,
    [uuidOf(order.id)],
  );
  expect(rows).toEqual([{ placed: 'false' }]);
  expect(await asStaff(store, 'GET', `/orders/${order.id}`)).toMatchObject({ amount_due: '70.0' });
});
