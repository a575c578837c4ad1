import { uuidOf } from '../../support/ids';
import { givenBack } from '../../support/stripe/refunds';
import type { StripeStandIn } from '../../support/stripe/stand-in';
import { database, type OrderMade } from '../../support/tandem';

interface Row {
  readonly order_id: string;
  readonly reference: string;
  readonly authorized: number;
  readonly captured: number;
  readonly refunded: number;
}

/** What the ledger holds of these orders, by the gateway's id of each payment. */
export async function ledgerOf(orders: readonly OrderMade[]): Promise<Map<string, Row>> {
  const { rows } = await database().query<Row>(
    `SELECT order_id, reference, authorized::int, captured::int, refunded::int FROM payments WHERE order_id = ANY($1)`,
    [orders.map(({ id }) => uuidOf(id))],
  );
  return new Map(rows.map((row) => [row.reference, row]));
}

/** Each difference between the ledger and the gateway's own books, in words. */
export function differences(ledger: ReadonlyMap<string, Row>, { account }: StripeStandIn): string[] {
  const found: string[] = [];
  const charged = [...account.intents.values()].filter(({ latest_charge }) => latest_charge !== null);
  for (const intent of charged) {
    const row = ledger.get(intent.id);
    if (!row) {
      found.push(`${intent.id}: charged, and no payment`);
      continue;
    }
    const charge = account.chargeOf(intent);
    const theirs = [charge.amount, charge.amount_captured, givenBack(account, charge)];
    const ours = [row.authorized, row.captured, row.refunded];
    if (String(ours) !== String(theirs))
      found.push(`${intent.id}: ledger ${String(ours)}, gateway ${String(theirs)}`);
    if (givenBack(account, charge) > charge.amount_captured)
      found.push(`${intent.id}: more refunded than captured`);
  }
  const known = new Set(charged.map(({ id }) => id));
  for (const reference of ledger.keys()) {
    if (!known.has(reference)) found.push(`${reference}: a payment, and no charge`);
  }
  return [...found, ...doubles(ledger)];
}

/** Orders that were charged twice. */
function doubles(ledger: ReadonlyMap<string, Row>): string[] {
  const orders = [...ledger.values()].map(({ order_id }) => order_id);
  return orders.filter((order, i) => orders.indexOf(order) !== i).map((order) => `${order}: charged twice`);
}

/** How many operations nobody has settled yet. */
export async function openOperations(orders: readonly OrderMade[]): Promise<number> {
  const { rows } = await database().query<{ count: number }>(
    `SELECT count(*)::int AS count FROM provider_operations WHERE state = 'requested' AND order_id = ANY($1)`,
    [orders.map(({ id }) => uuidOf(id))],
  );
  return rows[0]?.count ?? 0;
}
