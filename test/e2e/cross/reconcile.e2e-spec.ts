import { spreePayment, withOrder } from '../../support/checkout';
import type { Json } from '../../support/http';
import { uuidOf } from '../../support/ids';
import { expectInvariants } from '../../support/invariants';
import { asStaff } from '../../support/spree';
import { database, tandem, type OrderMade, type StoreMade } from '../../support/tandem';

// `tandem reconcile` reports differences and changes nothing. Other test files share the database, so results are filtered by order.

let store: StoreMade;
let order: OrderMade;
let payment: string;

withOrder((made) => ({ store, order } = made));
beforeEach(async () => {
  payment = (await spreePayment(store, order)).id;
  await asStaff(store, 'PATCH', `/orders/${order.id}/payments/${payment}/capture`, {});
});

/** The differences of this order, and the exit code. */
async function reconcile(): Promise<{ found: Json[]; code: number }> {
  const { stdout, code } = await tandem('reconcile', '--json', '--days=1').then(
    (out) => ({ stdout: out, code: 0 }),
    (error: Json) => ({ stdout: error.stdout, code: error.code as number }),
  );
  const { differences } = JSON.parse(stdout);
  return { found: differences.filter(({ order_id }: Json) => order_id === order.id), code };
}

it('finds nothing if ledger and gateway agree', async () => {
  expect((await reconcile()).found).toEqual([]);
  await expectInvariants(order);
});

it('reports what differs at the gateway, and exits with 1', async () => {
  const change = `UPDATE bogus_charges SET refunded = $2 WHERE id = (SELECT reference FROM payments WHERE id = $1)`;
  await database().query(change, [uuidOf(payment), 500]);
  const { found, code } = await reconcile();
  expect(found).toMatchObject([
    { between: 'ledger and gateway', what: 'refunded', ours: '0', theirs: '500', payment_id: payment },
  ]);
  expect(code).toBe(1);
  await database().query(change, [uuidOf(payment), 0]);
  await expectInvariants(order);
});

it('reports totals that are not the sums of their entries', async () => {
  const set = (captured: number): Promise<unknown> =>
    database().query(`UPDATE payments SET captured = $2 WHERE id = $1`, [uuidOf(payment), captured]);
  await set(10_000);
  const { found, code } = await reconcile();
  expect(found.map(({ between, what, ours, theirs }) => [between, what, ours, theirs])).toEqual([
    ['totals and entries', 'captured', '10000', '11000'],
    ['ledger and gateway', 'captured', '10000', '11000'],
    ['collection and payments', 'captured', '11000', '10000'],
  ]);
  expect(code).toBe(1);
  await set(11_000);
  await expectInvariants(order);
});

it('refuses an invalid number of days', async () => {
  await expect(tandem('reconcile', '--days=0')).rejects.toMatchObject({ code: 1 });
});
