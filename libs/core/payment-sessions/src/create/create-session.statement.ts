import { sql, type Statement } from '@tandem/database';
import { scopeFilter } from '@tandem/orders';
import { payableOf } from '@tandem/payment-collections';
import { OPEN_STATES, SESSION_TTL } from '../payment-session.states';

const open = OPEN_STATES.map((state) => `'${state}'`).join(', ');

/**
 * Claims the idempotency key, inserts the session and stores the response, in one round trip and one commit.
 *
 * Optimistic locking: reads the collection (`seen`) and updates it only if its version is unchanged (`locked`). Every change
 * of the outstanding amount raises the version, so on a concurrent change the statement writes nothing and is run again under
 * a lock. A key claimed before stops it without a write (`is_taken`); one claimed concurrently makes `claim` insert nothing.
 *
 * The payer ($19) is stored and shown only if the order is theirs: a guest's order is open to anyone who knows its id.
 *
 * The response is stored as a snapshot: the caller's values ($17) with those that only the database knows. It is concatenated
 * as text, because building JSON from whole rows costs as much as everything else together.
 *
 *  1 store   2 order   3-6 access scope   7 session id   8 method id   9 amount or null   10 external id or null   11 data
 * 12 customer   13-15 principal, key hash, fingerprint or null   16 status   17 the new session, as JSON
 * 18 the saved card or null   19 the payer, as JSON   20 what staff may collect for a placed order, or null
 */
function createSession(
  name: string,
  replacing: { condition: string; collection: string; replaced: string },
): Statement {
  return sql(
    name,
    `WITH seen AS (
       SELECT o.id AS order_id, o.state AS order_state, c.version,
         o.state = 'open' OR (o.state = 'completed' AND $20::bigint IS NOT NULL) AS is_payable, c.currency, m.id AS method_id, m.provider_id,
         c.authorized + c.reserved > 0 AS has_money,
         EXISTS (SELECT 1 FROM idempotency_keys k WHERE k.store_id = $1 AND k.principal = $13::text
           AND k.key_hash = $14::bytea AND k.expires_at >= now()) AS is_taken,
         greatest(least(${payableOf('c')}, $20::bigint), 0) AS outstanding,
         coalesce($9::bigint, least(${payableOf('c')}, $20::bigint)) AS amount,
         CASE WHEN o.customer_id = $12::uuid THEN $19::text ELSE '{}' END AS context, now() AS now
       FROM orders o
       JOIN payment_collections c ON c.store_id = o.store_id AND c.id = o.id
       LEFT JOIN payment_methods m ON m.store_id = o.store_id AND m.id = $8 AND m.active
       WHERE o.store_id = $1 AND o.id = $2
         AND ${scopeFilter(3)}
     ), locked AS (
       UPDATE payment_collections c SET version = c.version + 1, initiated_at = coalesce(c.initiated_at, seen.now)
         FROM seen
        WHERE c.store_id = $1 AND c.id = $2 AND c.version = seen.version AND NOT seen.is_taken
          AND seen.is_payable AND seen.method_id IS NOT NULL
          AND seen.amount > 0 AND seen.amount <= seen.outstanding ${replacing.condition}
       RETURNING c.*, seen.amount AS session_amount, seen.outstanding, seen.provider_id
     ), stored AS (
       SELECT '{"known":' || $17::text || ',"context":' || (SELECT context FROM seen)
         || ',"amount":' || session_amount || ',"currency":"' || currency
         || '","at":' || (extract(epoch FROM now()) * 1000)::bigint || ',"collection":' || ${replacing.collection} || '}'
         AS snapshot
       FROM locked
     ), claim AS (
       INSERT INTO idempotency_keys AS k (store_id, principal, key_hash, fingerprint, state, status, snapshot, expires_at)
       SELECT $1, $13, $14, $15, 'done', $16::smallint, snapshot, now() + interval '24 hours'
         FROM stored WHERE $13::text IS NOT NULL
       ON CONFLICT (store_id, principal, key_hash) DO UPDATE
         SET fingerprint = excluded.fingerprint, state = 'done', fence = NULL, lease_until = NULL,
             status = excluded.status, body = NULL, snapshot = excluded.snapshot, created_at = excluded.created_at,
             expires_at = excluded.expires_at
         WHERE k.expires_at < excluded.created_at
       RETURNING 1 AS one
     ), inserted AS (
       INSERT INTO payment_sessions (store_id, id, order_id, collection_id, payment_method_id, provider_id, customer_id,
         state, amount, currency, external_id, data, card_id, context, covers_all,
         expires_at)
       SELECT $1, $7, $2, $2, $8, provider_id, $12::uuid, 'pending', session_amount, currency, $10::text, $11::jsonb, $18::uuid,
         (SELECT context::jsonb FROM seen), session_amount = outstanding, now() + interval '${SESSION_TTL}'
         FROM locked WHERE $13::text IS NULL OR EXISTS (SELECT 1 FROM claim)
       RETURNING 1 AS one
     ) ${replacing.replaced}
     SELECT seen.order_state, seen.is_payable, seen.method_id IS NOT NULL AS has_method, seen.amount, seen.outstanding, seen.currency,
       seen.has_money, seen.is_taken, EXISTS (SELECT 1 FROM locked) AS was_locked, EXISTS (SELECT 1 FROM inserted) AS was_inserted,
       (SELECT snapshot FROM stored) AS snapshot
     FROM seen`,
    // $1 and $2 identify the collection it may wait for: it has the order's id.
    2,
  );
}

/** Keeps the order's other sessions (Spree). */
export const CREATE_SESSION = createSession('create payment session', {
  condition: '',
  collection: `'null'`,
  replaced: '',
});

/**
 * Supersedes the collection's other sessions (Medusa). The response shows the whole collection, so if that already has money
 * ($21 and `has_money`), nothing is written and the caller falls back to a transaction.
 */
export const REPLACE_SESSION = createSession('replace payment session', {
  condition: 'AND NOT ($21 AND seen.has_money)',
  collection: `row_to_json(locked)`,
  replaced: `, replaced AS (
    UPDATE payment_sessions s
       SET replaced_at = now(), updated_at = now(),
           state = CASE WHEN s.state IN (${open}) THEN 'canceled' ELSE s.state END
      FROM locked
     WHERE s.store_id = $1 AND s.collection_id = $2 AND s.replaced_at IS NULL
       AND s.state NOT IN ('processing', 'authorized', 'captured')
       AND ($13::text IS NULL OR EXISTS (SELECT 1 FROM claim))
  )`,
});

/** What the statement read and wrote. No row: the order does not exist or the caller has no access to it. */
export interface CreateSessionRow {
  order_state: string;
  /** The order is open, or placed and staff collect what is due. */
  is_payable: boolean;
  has_method: boolean;
  amount: bigint;
  outstanding: bigint;
  currency: string;
  has_money: boolean;
  /** The key was claimed before: nothing was written. */
  is_taken: boolean;
  was_locked: boolean;
  was_inserted: boolean;
  snapshot: string | null;
}
