import type { Pool } from 'pg';
import { database } from './tandem';
import { uuidOf, uuidOfMedusa } from './ids';
import type { OrderMade } from './tandem';

interface Broken {
  readonly rule: string;
  readonly detail: unknown;
}

/** Refunded for good: refunds returned by the bank are subtracted. */
const REFUNDED = `CASE e.kind WHEN 'refund' THEN e.amount WHEN 'refund_failure' THEN -e.amount ELSE 0 END`;

const QUIET = 'I7 nothing is open';

const NOTHING_OPEN = `SELECT id FROM provider_operations WHERE order_id = $1 AND state = 'requested'`;

/** Each rule of reference/reliability.md as a statement that finds violations; $1 is the order. */
const RULES: Readonly<Record<string, string>> = {
  'I1 refunded ≤ captured ≤ authorized, none below zero': `
    SELECT id FROM payments WHERE order_id = $1 AND NOT (0 <= refunded AND refunded <= captured AND captured <= authorized)`,
  'I1 one currency': `
    SELECT e.id FROM ledger_entries e JOIN payments p ON p.id = e.payment_id
     WHERE e.order_id = $1 AND e.currency <> p.currency`,
  'I2 an effect at the gateway has one operation, and the ledger has its entry': `
    SELECT r.idempotency_key FROM bogus_requests r
      JOIN provider_operations o ON o.operation_key = r.idempotency_key
      LEFT JOIN ledger_entries e ON e.operation_id = o.id
     WHERE o.order_id = $1 AND r.amount IS NOT NULL AND e.id IS NULL`,
  'I2 no entry without an effect at the gateway': `
    SELECT e.id FROM ledger_entries e JOIN provider_operations o ON o.id = e.operation_id
      LEFT JOIN bogus_requests r ON r.idempotency_key = o.operation_key
        AND (r.amount = e.amount OR (e.kind = 'cancellation'
          AND (r.verb = 'cancel' OR (r.verb = 'capture' AND o.provider_id = 'pp_bogus-once_default'))))
     WHERE e.order_id = $1 AND o.provider_id LIKE 'pp_bogus%' AND r.idempotency_key IS NULL`,
  'I2 the sums at the gateway and in the ledger are equal': `
    SELECT c.id FROM payments p JOIN bogus_charges c ON c.id = p.reference
     WHERE p.order_id = $1 AND (c.authorized, c.captured, c.refunded) <> (p.authorized, p.captured, p.refunded)`,
  'I2 exactly what the gateway released is canceled in the ledger': `
    SELECT c.id FROM payments p JOIN bogus_charges c ON c.id = p.reference
     WHERE p.order_id = $1 AND p.canceled <> CASE WHEN c.canceled THEN c.authorized - c.captured ELSE 0 END`,
  'I2 no charge at the gateway without a payment': `
    SELECT c.id FROM bogus_charges c JOIN payment_sessions s ON s.external_id = c.session_external_id
      LEFT JOIN payments p ON p.reference = c.id WHERE s.order_id = $1 AND p.id IS NULL`,
  'I2 one charge a session': `
    SELECT session_external_id FROM bogus_charges c JOIN payment_sessions s ON s.external_id = c.session_external_id
     WHERE s.order_id = $1 GROUP BY 1 HAVING count(*) > 1`,
  'I3 a payment is the sum of its entries': `
    SELECT p.id FROM payments p LEFT JOIN ledger_entries e ON e.payment_id = p.id WHERE p.order_id = $1 GROUP BY p.store_id, p.id
    HAVING (p.authorized, p.captured, p.refunded, p.canceled) IS DISTINCT FROM (
      coalesce(sum(e.amount) FILTER (WHERE e.kind = 'authorization'), 0),
      coalesce(sum(e.amount) FILTER (WHERE e.kind = 'capture'), 0),
      coalesce(sum(${REFUNDED}), 0),
      coalesce(sum(e.amount) FILTER (WHERE e.kind = 'cancellation'), 0))`,
  'I3 a refund fails at most once, and only after it was made': `
    SELECT f.id FROM ledger_entries f LEFT JOIN ledger_entries r ON r.payment_id = f.payment_id AND r.kind = 'refund'
        AND r.reference = f.reference AND r.amount = f.amount
     WHERE f.order_id = $1 AND f.kind = 'refund_failure' GROUP BY f.store_id, f.id HAVING count(r.id) <> 1`,
  'I2 a change made at the gateway is recorded once': `
    SELECT payment_id FROM ledger_entries WHERE order_id = $1 AND kind NOT IN ('authorization', 'capture', 'cancellation')
     GROUP BY payment_id, kind, reference HAVING count(*) > 1`,
  'I4 a collection is the sum of its payments': `
    SELECT c.id FROM payment_collections c LEFT JOIN payments p ON p.collection_id = c.id WHERE c.order_id = $1
     GROUP BY c.store_id, c.id HAVING (c.authorized, c.captured, c.refunded, c.canceled) IS DISTINCT FROM (
       coalesce(sum(p.authorized), 0), coalesce(sum(p.captured), 0), coalesce(sum(p.refunded), 0),
       coalesce(sum(p.canceled), 0))`,
  'I4 payments and credit do not exceed the amount to be paid': `
    SELECT id FROM payment_collections WHERE order_id = $1 AND authorized - canceled - refunded + reserved > amount`,
  'I4 the amount to be paid is the total less the credit': `
    SELECT o.id FROM orders o JOIN payment_collections c ON c.id = o.id
     WHERE o.id = $1 AND c.amount <> o.total - o.store_credit_total - o.gift_card_total`,
  'I4 rows of a collection belong to its order': `
    SELECT x.id FROM (SELECT id, collection_id FROM payment_sessions WHERE order_id = $1
        UNION ALL SELECT id, collection_id FROM payments WHERE order_id = $1
        UNION ALL SELECT id, collection_id FROM ledger_entries WHERE order_id = $1
        UNION ALL SELECT id, collection_id FROM provider_operations WHERE order_id = $1) x
      LEFT JOIN payment_collections c ON c.id = x.collection_id AND c.order_id = $1 WHERE c.id IS NULL`,
  'I4 an order’s collections together are the sum of its entries': `
    SELECT c.order_id FROM payment_collections c WHERE c.order_id = $1 GROUP BY c.order_id
    HAVING (sum(c.authorized), sum(c.captured), sum(c.refunded), sum(c.canceled)) IS DISTINCT FROM (
      SELECT (coalesce(sum(e.amount) FILTER (WHERE e.kind = 'authorization'), 0),
        coalesce(sum(e.amount) FILTER (WHERE e.kind = 'capture'), 0),
        coalesce(sum(${REFUNDED}), 0),
        coalesce(sum(e.amount) FILTER (WHERE e.kind = 'cancellation'), 0))
        FROM ledger_entries e WHERE e.order_id = $1)`,
  'I4 a further collection belongs to a placed order, has its currency, and is paid once': `
    SELECT c.id FROM payment_collections c JOIN orders o ON o.id = c.order_id LEFT JOIN payments p ON p.collection_id = c.id
     WHERE c.order_id = $1 AND c.id <> o.id GROUP BY c.id, c.currency, o.currency, o.completed_at
    HAVING count(p.id) > 1 OR c.currency <> o.currency OR o.completed_at IS NULL`,
  'I4 further collections do not exceed the price': `
    SELECT o.id FROM orders o JOIN payment_collections f ON f.id = o.id
      JOIN payment_collections c ON c.order_id = o.id AND c.id <> o.id AND c.authorized = 0 AND c.deleted_at IS NULL
     WHERE o.id = $1 GROUP BY o.id, f.amount HAVING sum(c.amount) > f.amount`,
  'I4 no more than is due is captured, and refunds are not due again': `
    SELECT o.id FROM orders o JOIN payment_collections c ON c.order_id = o.id WHERE o.id = $1 AND o.state = 'completed'
       AND NOT EXISTS (SELECT 1 FROM ledger_entries e WHERE e.order_id = o.id AND e.operation_id IS NULL)
     GROUP BY o.store_id, o.id
    HAVING sum(c.captured - c.refunded) > o.total - o.store_credit_total - o.gift_card_total
      - coalesce((SELECT sum(l.amount) FROM order_credit_lines l WHERE l.order_id = o.id AND l.voided_at IS NULL), 0)`,
  'I4 a removed collection has no payments': `
    SELECT id FROM payment_collections WHERE order_id = $1 AND deleted_at IS NOT NULL
       AND (id = order_id OR authorized + reserved > 0)`,
  'the credit of an order is the sum of its uses': `
    SELECT o.id FROM orders o LEFT JOIN credit_uses u ON u.order_id = o.id AND u.state IN ('held', 'used')
     WHERE o.id = $1 AND o.state <> 'canceled' GROUP BY o.store_id, o.id
    HAVING (o.store_credit_total, o.gift_card_total) IS DISTINCT FROM (
      coalesce(sum(u.amount) FILTER (WHERE u.kind = 'store_credit'), 0),
      coalesce(sum(u.amount) FILTER (WHERE u.kind = 'gift_card'), 0))`,
  'a credit is the sum of its uses': `
    WITH credits AS (SELECT id, used, held FROM store_credits UNION ALL SELECT id, used, held FROM gift_cards)
    SELECT c.id FROM credits c LEFT JOIN credit_uses u ON u.credit_id = c.id
     WHERE c.id IN (SELECT credit_id FROM credit_uses WHERE order_id = $1) GROUP BY c.id, c.used, c.held
    HAVING (c.used, c.held) IS DISTINCT FROM (
      coalesce(sum(u.amount) FILTER (WHERE u.state = 'used'), 0),
      coalesce(sum(u.amount) FILTER (WHERE u.state = 'held'), 0))`,
  'a placed order holds no credit': `
    SELECT u.id FROM credit_uses u JOIN orders o ON o.id = u.order_id
     WHERE o.id = $1 AND o.state <> 'open' AND u.state = 'held'`,
  'I6 a session has a payment if and only if it is authorized': `
    SELECT s.id FROM payment_sessions s LEFT JOIN payments p ON p.session_id = s.id
     WHERE s.order_id = $1 AND (s.state IN ('authorized', 'captured')) <> (p.id IS NOT NULL)`,
  'I5 a key’s stored response refers to one session': `
    SELECT k.snapshot FROM idempotency_keys k JOIN idempotency_keys other ON other.snapshot = k.snapshot
     WHERE k.snapshot::json -> 'known' ->> 'orderId' = $1::uuid::text AND other.key_hash <> k.key_hash`,
  'I11 what a stored response refers to exists': `
    SELECT k.snapshot FROM idempotency_keys k WHERE k.snapshot::json -> 'known' ->> 'orderId' = $1::uuid::text
       AND NOT EXISTS (SELECT 1 FROM payment_sessions s WHERE s.id = (k.snapshot::json -> 'known' ->> 'id')::uuid)`,
  'I12 a repeated key has one effect': `
    SELECT o.operation_key FROM provider_operations o JOIN ledger_entries e ON e.operation_id = o.id
     WHERE o.order_id = $1 GROUP BY o.operation_key, e.kind HAVING count(*) > 1`,
  'I7 nothing is reserved': `
    SELECT id FROM payments WHERE order_id = $1 AND (capturing, refunding) <> (0, 0)
    UNION ALL SELECT id FROM payment_collections WHERE order_id = $1 AND reserved <> 0`,
};

/** The order's primary key, from an id of either API. */
const keyOf = (id: string): string =>
  /^(cart|order)_[0-9A-Z]{26}$/.test(id) ? uuidOfMedusa(id) : uuidOf(id);

// A declined or superseded session is canceled at its gateway by a worker, a second or more after the response.
const QUIET_WITHIN_MS = 30_000;

/** Violations once nothing of the order is in flight. Retries if a worker starts something meanwhile. */
async function brokenWhenQuiet(pool: Pool, order: Pick<OrderMade, 'id'>): Promise<Broken[]> {
  const end = Date.now() + QUIET_WITHIN_MS;
  for (;;) {
    const broken = await brokenNow(pool, order);
    if (!broken.some(({ rule }) => rule === QUIET) || Date.now() > end) return broken;
    await new Promise((later) => setTimeout(later, 100));
  }
}

/** Checked before the other rules, and again after them. */
async function brokenNow(pool: Pool, order: Pick<OrderMade, 'id'>): Promise<Broken[]> {
  const broken: Broken[] = [];
  const quiet = [QUIET, NOTHING_OPEN] as const;
  for (const [rule, statement] of [quiet, ...Object.entries(RULES), quiet]) {
    const { rows } = await pool.query(statement, [keyOf(order.id)]);
    if (rows.length > 0) broken.push({ rule, detail: rows });
    if (rule === QUIET && rows.length > 0) return broken;
  }
  return [...broken, ...(await secretsIn(pool, order))];
}

/** What must hold of an order at rest, from the database and the bogus gateway's own records. */
export function expectInvariants(...orders: readonly Pick<OrderMade, 'id'>[]): Promise<void> {
  return expectInvariantsIn(database(), ...orders);
}

/** The same for orders in a database other than the run's. */
export async function expectInvariantsIn(
  pool: Pool,
  ...orders: readonly Pick<OrderMade, 'id'>[]
): Promise<void> {
  const broken: Broken[] = [];
  for (const order of orders) broken.push(...(await brokenWhenQuiet(pool, order)));
  expect(broken).toEqual([]);
}

/** I13: no card number or security code in an order's stored data. */
async function secretsIn(pool: Pool, order: Pick<OrderMade, 'id'>): Promise<Broken[]> {
  const { rows } = await pool.query<{ text: string }>(
    `SELECT s.data::text || s.context::text AS text FROM payment_sessions s WHERE s.order_id = $1
     UNION ALL SELECT details::text || coalesce(result::text, '') FROM provider_operations WHERE order_id = $1`,
    [keyOf(order.id)],
  );
  const found = rows.filter(({ text }) => /"(cvv|cvc|card_number)"|\b[3-6]\d{12,18}\b/.test(text));
  return found.map((detail) => ({ rule: 'I13 no card data is kept', detail }));
}
