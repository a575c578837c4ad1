import type { Pool } from 'pg';
import { refundedAmount } from '../../support/stripe/refunds';
import type { StripeStandIn } from '../../support/stripe/stand-in';

interface Row {
  readonly order_id: string;
  readonly reference: string;
  readonly authorized: number;
  readonly captured: number;
  readonly refunded: number;
}

/** The ledger's amounts, by the gateway's id of each payment. */
export async function ledgerOf(pool: Pool): Promise<Map<string, Row>> {
  const { rows } = await pool.query<Row>(
    `SELECT order_id, reference, authorized::int, captured::int, refunded::int FROM payments
      WHERE provider_id = 'pp_stripe_stripe'`,
  );
  return new Map(rows.map((row) => [row.reference, row]));
}

/** Each difference between the ledger and the gateway's records, as text. */
export function differences(ledger: ReadonlyMap<string, Row>, { account }: StripeStandIn): string[] {
  const found: string[] = [];
  const charged = [...account.intents.values()].filter(({ latest_charge }) => latest_charge !== null);
  for (const intent of charged) {
    const row = ledger.get(intent.id);
    const charge = account.chargeOf(intent);
    const theirs = [charge.amount, charge.amount_captured, refundedAmount(account, charge)];
    if (!row) {
      found.push(`${intent.id}: charged (${intent.status}), but no payment`);
      continue;
    }
    const ours = [row.authorized, row.captured, row.refunded];
    if (String(ours) !== String(theirs))
      found.push(`${intent.id}: ledger ${String(ours)}, gateway ${String(theirs)}`);
    if (refundedAmount(account, charge) > charge.amount_captured)
      found.push(`${intent.id}: more refunded than captured`);
  }
  const chargedIds = new Set(charged.map(({ id }) => id));
  for (const reference of ledger.keys()) {
    if (!chargedIds.has(reference)) found.push(`${reference}: a payment, but no charge`);
  }
  return [...found, ...doubles(ledger)];
}

/** Orders that were charged twice. */
function doubles(ledger: ReadonlyMap<string, Row>): string[] {
  const orders = [...ledger.values()].map(({ order_id }) => order_id);
  return orders.filter((order, i) => orders.indexOf(order) !== i).map((order) => `${order}: charged twice`);
}

/** Every gateway event is stored once, and handled or ignored as irrelevant. */
export async function eventsNotHandledOnce(pool: Pool, { events }: StripeStandIn): Promise<string[]> {
  const { rows } = await pool.query<{ event_id: string; states: string[]; reasons: (string | null)[] }>(
    `SELECT event_id, array_agg(state::text) AS states, array_agg(reason) AS reasons FROM webhook_events GROUP BY event_id`,
  );
  const stored = new Map(rows.map(({ event_id, ...row }) => [event_id, row]));
  return events.flatMap(({ id, type }) => {
    const { states, reasons } = stored.get(id) ?? { states: [], reasons: [] };
    const isOnce = states.length === 1 && (states[0] === 'handled' || states[0] === 'ignored');
    return isOnce ? [] : [`${type} ${id}: ${String(states)} ${String(reasons)}`];
  });
}

/** The number of unsettled operations and events, and of abandoned sessions not yet canceled. */
export async function unsettled(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    `SELECT (SELECT count(*) FROM provider_operations WHERE state = 'requested')::int
          + (SELECT count(*) FROM webhook_events WHERE state = 'received')::int
          + (SELECT count(*) FROM payment_sessions WHERE open_at_gateway AND state IN ('failed', 'canceled', 'expired'))::int
            AS count`,
  );
  return rows[0]?.count ?? 0;
}
