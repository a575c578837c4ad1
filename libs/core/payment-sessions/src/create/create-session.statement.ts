import { sql } from '@tandem/database';
import { scopeCondition } from '@tandem/orders';
import { payableOf } from '@tandem/payment-collections';
import { OPEN_STATES, SESSION_TTL } from '../payment-session.states';

const open = OPEN_STATES.map((state) => `'${state}'`).join(', ');
const payable = payableOf('c');

/**
 * Creates sessions of one store ($1), each of another order: claims their idempotency keys, inserts them and stores their responses,
 * in one round trip and one commit. $2 is a JSON array of CreateSessionRequest.
 *
 * Optimistic locking: reads the collections (`seen`) and locks those whose version is unchanged and that no other transaction has locked
 * (`locked`), so it waits for no collection and two batches cannot deadlock on them. Every change of the outstanding amount raises
 * the version. What could not be locked has the outcome `changed`, writes nothing and is run again under a lock. A key claimed
 * before stops its session without a write (`key_taken`); one claimed concurrently makes `claimed` insert nothing.
 *
 * The payer is stored and shown only if the order is theirs: a guest's order is open to anyone who knows its id.
 *
 * The response is stored as a snapshot: the caller's values (`known`) with those that only the database knows. It is concatenated
 * as text, because building JSON from whole rows costs as much as everything else together.
 */
export const CREATE_SESSIONS = sql(
  'create payment sessions',
  `WITH request AS (
     SELECT * FROM json_to_recordset($2) AS r (
       session_id uuid, order_id uuid, method_id uuid, replaces boolean, refuses_money boolean,
       sees_all boolean, seen_order_id uuid, seen_customer_id uuid, sees_guest_carts boolean,
       amount bigint, amount_currency text, placed_due bigint,
       external_id text, customer_id uuid, payer json, card_id uuid, known json,
       principal text, key_hash bytea, fingerprint bytea, status smallint)
   ), seen AS (
     SELECT r.*, o.state AS order_state, c.version, c.currency, m.provider_id,
       o.state = 'open' OR (o.state = 'completed' AND r.placed_due IS NOT NULL) AS is_payable,
       c.authorized + c.reserved > 0 AS has_money,
       greatest(least(${payable}, r.placed_due), 0) AS outstanding,
       coalesce(r.amount, least(${payable}, r.placed_due)) AS session_amount,
       CASE WHEN o.customer_id = r.customer_id THEN r.payer::text ELSE '{}' END AS context,
       EXISTS (SELECT 1 FROM idempotency_keys k WHERE k.store_id = $1 AND k.principal = r.principal
         AND k.key_hash = r.key_hash AND k.expires_at >= now()) AS is_taken,
       now() AS now
     FROM request r
     JOIN orders o ON o.store_id = $1 AND o.id = r.order_id
     JOIN payment_collections c ON c.store_id = $1 AND c.id = r.order_id
     LEFT JOIN payment_methods m ON m.store_id = $1 AND m.id = r.method_id AND m.active
     WHERE ${scopeCondition('r.sees_all', 'r.seen_order_id', 'r.seen_customer_id', 'r.sees_guest_carts')}
   ), judged AS (
     SELECT seen.*, CASE
       WHEN is_taken THEN 'key_taken'
       WHEN sees_all AND order_state = 'completed' AND placed_due IS NULL THEN 'placed'
       WHEN NOT is_payable THEN 'not_payable'
       WHEN provider_id IS NULL THEN 'no_method'
       WHEN amount_currency <> currency THEN 'other_currency'
       WHEN session_amount <= 0 THEN 'amount_not_positive'
       WHEN session_amount > outstanding THEN 'amount_exceeds'
       WHEN refuses_money AND has_money THEN 'has_money'
       ELSE 'possible' END AS verdict
     FROM seen
   ), locked AS (
     SELECT judged.* FROM judged
       JOIN payment_collections c ON c.store_id = $1 AND c.id = judged.order_id AND c.version = judged.version
      WHERE verdict = 'possible' ORDER BY c.id FOR NO KEY UPDATE OF c SKIP LOCKED
   ), updated AS (
     UPDATE payment_collections c SET version = c.version + 1, initiated_at = coalesce(c.initiated_at, locked.now)
       FROM locked WHERE c.store_id = $1 AND c.id = locked.order_id
     RETURNING c.id AS order_id, c AS collection
   ), stored AS (
     SELECT locked.*, '{"known":' || known::text || ',"context":' || context || ',"amount":' || session_amount
       || ',"currency":"' || currency || '","at":' || (extract(epoch FROM now) * 1000)::bigint
       || ',"collection":' || CASE WHEN replaces THEN row_to_json(updated.collection)::text ELSE 'null' END || '}' AS snapshot
     FROM locked JOIN updated USING (order_id)
   ), claimed AS (
     INSERT INTO idempotency_keys AS k (store_id, principal, key_hash, fingerprint, state, status, snapshot, expires_at)
     SELECT $1, principal, key_hash, fingerprint, 'done', status, snapshot, now() + interval '24 hours'
       FROM stored WHERE principal IS NOT NULL ORDER BY key_hash
     ON CONFLICT (store_id, principal, key_hash) DO UPDATE
       SET fingerprint = excluded.fingerprint, state = 'done', fence = NULL, lease_until = NULL,
           status = excluded.status, body = NULL, snapshot = excluded.snapshot, created_at = excluded.created_at,
           expires_at = excluded.expires_at
       WHERE k.expires_at < excluded.created_at
     RETURNING principal, key_hash
   ), inserted AS (
     INSERT INTO payment_sessions (store_id, id, order_id, collection_id, payment_method_id, provider_id, customer_id,
       state, amount, currency, external_id, data, card_id, context, covers_all, expires_at)
     SELECT $1, session_id, order_id, order_id, method_id, provider_id, customer_id, 'pending', session_amount, currency,
       external_id, (known -> 'data')::jsonb, card_id, context::jsonb, session_amount = outstanding,
       now() + interval '${SESSION_TTL}'
       FROM stored
      WHERE principal IS NULL OR EXISTS (SELECT 1 FROM claimed k
        WHERE k.principal = stored.principal AND k.key_hash = stored.key_hash)
     RETURNING id
   ), replaced AS (
     UPDATE payment_sessions s
        SET replaced_at = now(), updated_at = now(),
            state = CASE WHEN s.state IN (${open}) THEN 'canceled' ELSE s.state END
       FROM stored
      WHERE stored.replaces AND s.store_id = $1 AND s.collection_id = stored.order_id AND s.replaced_at IS NULL
        AND s.state NOT IN ('processing', 'authorized', 'captured')
        AND EXISTS (SELECT 1 FROM inserted WHERE inserted.id = stored.session_id)
   )
   SELECT j.session_id AS "sessionId", j.order_state AS "orderState", j.outstanding, j.currency, stored.snapshot,
     CASE WHEN j.verdict <> 'possible' THEN j.verdict
       WHEN inserted.id IS NOT NULL THEN 'created'
       WHEN stored.session_id IS NOT NULL THEN 'key_taken'
       ELSE 'changed' END AS outcome
   FROM judged j
   LEFT JOIN stored ON stored.session_id = j.session_id
   LEFT JOIN inserted ON inserted.id = j.session_id`,
);

/** What became of a request; a session exists only after `created`. */
export type CreateSessionOutcome =
  | 'created'
  /** The key was claimed before, or at the same time. */
  | 'key_taken'
  /** Staff pay a placed order: what is due must be calculated under a lock. */
  | 'placed'
  /** Another transaction has the collection, or has changed it meanwhile. */
  | 'changed'
  /** It would replace the sessions of a collection with money. */
  | 'has_money'
  /** The order has another currency than the one that the amount was converted to. */
  | 'other_currency'
  | 'not_payable'
  | 'no_method'
  | 'amount_not_positive'
  | 'amount_exceeds';

/** One session to create, as the statement reads it from JSON. */
export interface CreateSessionRequest {
  readonly session_id: string;
  readonly order_id: string;
  readonly method_id: string;
  /** Supersedes the collection's other sessions (Medusa); else they stay (Spree). */
  readonly replaces: boolean;
  /** Writes nothing if the collection has money. */
  readonly refuses_money: boolean;
  /** The caller's access scope. */
  readonly sees_all: boolean;
  readonly seen_order_id: string | null;
  readonly seen_customer_id: string | null;
  readonly sees_guest_carts: boolean;
  /** Minor units of `amount_currency`; null for the full outstanding amount. */
  readonly amount: string | null;
  /** Null: any currency. */
  readonly amount_currency: string | null;
  /** Minor units that staff may collect for a placed order; null: only an open order can be paid. */
  readonly placed_due: string | null;
  readonly external_id: string | null;
  readonly customer_id: string | null;
  /** The payer, as the session shows it. */
  readonly payer: object;
  readonly card_id: string | null;
  /** The session as the caller knows it; its data is stored from here. */
  readonly known: object;
  /** The idempotency key; all null without one. */
  readonly principal: string | null;
  readonly key_hash: string | null;
  readonly fingerprint: string | null;
  readonly status: number | null;
}

/** What the statement read and wrote. No row: the order does not exist or the caller has no access to it. */
export interface CreateSessionRow {
  sessionId: string;
  outcome: CreateSessionOutcome;
  orderState: string;
  /** Minor units. */
  outstanding: bigint;
  currency: string;
  /** The stored response; null unless `created`. */
  snapshot: string | null;
}
