import { sql } from '@tandem/database';
import { OPEN_STATES, SESSION_TTL } from './payment-session.states';

/** The states in which a session can still be paid, as a list in SQL. */
export const OPEN_LIST = OPEN_STATES.map((state) => `'${state}'`).join(', ');

/** A session (`s`) as JSON. It is expired as soon as `expires_at` has passed, whether swept or not. */
export const SESSION_NOW = `to_jsonb(s) || CASE WHEN s.state IN (${OPEN_LIST}) AND s.expires_at <= now()
  THEN '{"state": "expired"}' ELSE '{}' END::jsonb`;

/** A session (`s`) with everything that its response shows, from the table or from a statement that has just changed it. */
export function detailsFrom(sessions: 'payment_sessions' | 'changed'): string {
  return `SELECT ${SESSION_NOW} AS session, to_jsonb(p) AS payment, to_jsonb(k) AS card,
    jsonb_build_object('id', m.id, 'providerId', m.provider_id, 'name', m.name, 'description', m.description,
      'sessionRequired', m.session_required) AS method
  FROM ${sessions} s
  JOIN payment_methods m ON m.store_id = s.store_id AND m.id = s.payment_method_id
  LEFT JOIN payments p ON p.store_id = s.store_id AND p.session_id = s.id
  LEFT JOIN saved_cards k ON k.store_id = s.store_id AND k.id = s.card_id`;
}

const SET_STATE = `UPDATE payment_sessions SET state = $4, updated_at = now(), data = data || $5::jsonb,
     failure = coalesce($6::jsonb, failure),
     expires_at = CASE WHEN $7::boolean THEN $8::timestamptz
       WHEN $4 IN (${OPEN_LIST}) THEN coalesce(expires_at, time.life_ends_at) ELSE expires_at END,
     open_at_gateway = open_at_gateway AND $4 NOT IN ('authorized', 'captured'),
     authorized_at = CASE WHEN $4 IN ('authorized', 'captured') THEN coalesce(authorized_at, time.now) END
   FROM (SELECT now() AS now, now() + interval '${SESSION_TTL}' AS life_ends_at) time WHERE store_id = $1 AND id = $2 AND state = ANY($3)`;

export const TRANSITION = sql('update payment session state', `${SET_STATE} RETURNING id`);

export const TRANSITION_WITH_DETAILS = sql(
  'update payment session state and find its details',
  `WITH changed AS (${SET_STATE} RETURNING payment_sessions.*) ${detailsFrom('changed')}`,
);

// Only sets a missing expiry of an open session; an earlier one stays.
export const CAP_EXPIRY = sql(
  'cap expiry of payment session',
  `UPDATE payment_sessions SET expires_at = now() + interval '${SESSION_TTL}', updated_at = now()
    WHERE store_id = $1 AND id = $2 AND state IN (${OPEN_LIST}) AND expires_at IS NULL`,
);

export const UPDATE_SESSION = sql(
  'update payment session',
  `UPDATE payment_sessions SET amount = $4, external_id = $5, data = $6, covers_all = $7, card_id = $8,
     customer_id = $9, context = $10, updated_at = now()
    WHERE store_id = $1 AND id = $2 AND state = ANY($3) RETURNING id`,
);

// Merges data: after a lost response, a look-up returns only the gateway's part, not the caller's.
// Also applies to a session abandoned during the call: it is open at the gateway and must be canceled there.
export const OPENED = sql(
  'mark payment session opened',
  `UPDATE payment_sessions SET external_id = $3, data = data || $4, open_at_gateway = true, close_after = now(), updated_at = now()
    WHERE store_id = $1 AND id = $2`,
);
