import { sql } from '@tandem/database';
import { OPEN_STATES } from './payment-session.states';

const open = OPEN_STATES.map((state) => `'${state}'`).join(', ');

/**
 * Claims the key, stores the session and keeps the answer, in one round trip and one commit.
 *
 * It decides on what it saw (`seen`) and then takes the collection only at the version it saw (`held`): every
 * change of what is to be paid raises that version, so a statement that was not alone takes nothing, stores
 * nothing, and is run again under a lock. `claim` finds nothing to insert when the key is taken already.
 * With $13, earlier sessions of the collection are replaced (Medusa's rule: one is left).
 * A replacing answer shows the whole collection, so where that has money already ($18) the statement stands back
 * for the longer way.
 *
 *  1 store   2 order id   3 order number   4-7 reach   8 session id   9 method id   10 amount or null
 * 11 external id or null   12 data   13 replace   14 customer   15-17 principal, key hash, fingerprint or null
 * 18 stand back from a collection with money   19 state the order must have   20 status   21 provider ids
 */
export const CREATE_SESSION = sql(
  'create payment session',
  `WITH seen AS (
     SELECT o.id AS order_id, o.state AS order_state, c.id AS collection_id, c.version, c.currency,
       m.id AS method_id, m.provider_id, m.name, m.description, m.session_required,
       c.authorized + c.reserved > 0 AS has_money,
       greatest(c.amount - (c.authorized - c.canceled - c.refunded) - c.reserved, 0) AS outstanding,
       coalesce($10::bigint, c.amount - (c.authorized - c.canceled - c.refunded) - c.reserved) AS amount
     FROM orders o
     JOIN payment_collections c ON c.store_id = o.store_id AND c.id = o.id
     LEFT JOIN payment_methods m ON m.store_id = o.store_id AND m.id = $9 AND m.active
     WHERE o.store_id = $1 AND (o.id = $2 OR o.number = $3)
       AND ($4 OR o.id = $5 OR o.customer_id = $6 OR ($7 AND o.customer_id IS NULL))
   ), held AS (
     UPDATE payment_collections c
        SET version = c.version + 1, initiated_at = coalesce(c.initiated_at, now()), updated_at = c.updated_at
       FROM seen
      WHERE c.store_id = $1 AND c.id = seen.collection_id AND c.version = seen.version
        AND seen.order_state = $19 AND seen.method_id IS NOT NULL AND seen.amount > 0
        AND seen.amount <= seen.outstanding AND NOT ($18 AND seen.has_money)
     RETURNING c.*
   ), draft AS (
     SELECT $1::uuid AS store_id, $8::uuid AS id, seen.order_id, seen.collection_id,
       seen.method_id AS payment_method_id, seen.provider_id, $14::uuid AS customer_id, 'pending' AS state,
       seen.amount, seen.currency, $11::text AS external_id, $12::jsonb AS data, '{}'::jsonb AS context,
       NULL::jsonb AS failure, NULL::timestamptz AS expires_at, NULL::timestamptz AS authorized_at,
       now() AS created_at, now() AS updated_at
     FROM seen, held
   ), snapshot AS (
     SELECT jsonb_build_object(
       'session', to_jsonb(draft),
       'method', (SELECT jsonb_build_object('id', method_id, 'provider_id', provider_id, 'name', name,
                    'description', description, 'session_required', session_required) FROM seen),
       'payment', NULL,
       'provider_ids', $21::jsonb,
       'collection', (SELECT to_jsonb(held) FROM held)) AS answer
     FROM draft
   ), claim AS (
     INSERT INTO idempotency_keys AS k (store_id, principal, key_hash, fingerprint, state, status, snapshot, expires_at)
     SELECT $1, $15, $16, $17, 'done', $20::smallint, answer, now() + interval '24 hours' FROM snapshot WHERE $15::text IS NOT NULL
     ON CONFLICT (store_id, principal, key_hash) DO UPDATE
       SET fingerprint = excluded.fingerprint, state = 'done', fence = NULL, lease_until = NULL,
           status = excluded.status, body = NULL, snapshot = excluded.snapshot, created_at = now(),
           expires_at = excluded.expires_at
       WHERE k.expires_at < now()
     RETURNING 1 AS claimed
   ), replaced AS (
     UPDATE payment_sessions s
        SET replaced_at = now(), updated_at = now(),
            state = CASE WHEN s.state IN (${open}) THEN 'canceled' ELSE s.state END
       FROM draft
      WHERE $13 AND s.store_id = $1 AND s.collection_id = draft.collection_id AND s.replaced_at IS NULL
        AND s.state NOT IN ('processing', 'authorized', 'captured')
        AND ($15::text IS NULL OR EXISTS (SELECT 1 FROM claim))
     RETURNING 1 AS one
   ), inserted AS (
     INSERT INTO payment_sessions (store_id, id, order_id, collection_id, payment_method_id, provider_id, customer_id,
       state, amount, currency, external_id, data, context, failure, expires_at, authorized_at, created_at, updated_at)
     SELECT * FROM draft WHERE $15::text IS NULL OR EXISTS (SELECT 1 FROM claim)
     RETURNING 1 AS one
   )
   SELECT seen.order_state, seen.method_id IS NOT NULL AS has_method, seen.amount, seen.outstanding, seen.currency,
     seen.has_money, EXISTS (SELECT 1 FROM held) AS was_held, EXISTS (SELECT 1 FROM inserted) AS was_inserted,
     (SELECT answer FROM snapshot) AS snapshot
   FROM seen`,
);

/** What the statement saw and did. No row at all: the order is not there, or out of reach. */
export interface CreateSessionRow {
  order_state: string;
  has_method: boolean;
  amount: bigint;
  outstanding: bigint;
  currency: string;
  has_money: boolean;
  was_held: boolean;
  was_inserted: boolean;
  snapshot: unknown;
}
