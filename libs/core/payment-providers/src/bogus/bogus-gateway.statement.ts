import { sql, type Statement } from '@tandem/database';
import { declined } from '@tandem/provider-kit';
import type { Declined } from '@tandem/provider-kit';

// Each statement inserts the request's row with what the request does. A repeated key violates its primary key: then the statement
// does nothing, and of fifty concurrent equal requests one acts.

const REQUEST = 'INSERT INTO bogus_requests (idempotency_key, verb, fingerprint, outcome, charge_id, amount)';

export const CHARGE = sql(
  'bogus insert charge',
  `WITH charge AS (
     INSERT INTO bogus_charges (id, session_external_id, currency, authorized, captured, card)
     VALUES ($5, $6, $7, $8, $9, $10) RETURNING id, authorized)
   ${REQUEST} SELECT $1, $2, $3, $4::jsonb, id, authorized FROM charge RETURNING fingerprint, outcome`,
);

export const STORE_OUTCOME = sql(
  'bogus store outcome',
  `${REQUEST} VALUES ($1, $2, $3, $4, NULL, NULL) RETURNING fingerprint, outcome`,
);

export const RECEIVE_AGAIN = sql(
  'bogus count repeated request',
  `UPDATE bogus_requests SET received = received + 1 WHERE idempotency_key = $1 RETURNING fingerprint, outcome`,
);

/** $4 the response if it is done, $5 if the charge does not allow it, $6 of the cards that refuse it; $7 charge, $8 amount, $9 currency. */
const transact = (name: string, set: string, where: string, amount = '$8::bigint'): Statement =>
  sql(
    name,
    `WITH charge AS (SELECT card, $6::jsonb -> card AS refusal FROM bogus_charges WHERE id = $7),
     changed AS (
       UPDATE bogus_charges SET ${set} FROM charge WHERE id = $7 AND refusal IS NULL AND ${where} RETURNING id)
     ${REQUEST}
     SELECT $1, $2, $3,
       coalesce((SELECT refusal FROM charge), CASE WHEN EXISTS (SELECT 1 FROM changed) THEN $4::jsonb ELSE $5::jsonb END),
       $7, (SELECT ${amount} FROM changed)
     RETURNING fingerprint, outcome, (SELECT card FROM charge) AS card`,
  );

export const TRANSACT = {
  capture: transact(
    'bogus capture',
    'captured = captured + $8::bigint',
    'currency = $9 AND NOT canceled AND $8::bigint > 0 AND captured + $8::bigint <= authorized',
  ),
  // Releases the rest.
  capture_once: transact(
    'bogus capture once',
    'captured = $8::bigint, canceled = $8::bigint < authorized',
    'currency = $9 AND NOT canceled AND $8::bigint > 0 AND captured = 0 AND $8::bigint <= authorized',
  ),
  refund: transact(
    'bogus refund',
    'refunded = refunded + $8::bigint',
    'currency = $9 AND $8::bigint > 0 AND refunded + $8::bigint <= captured',
  ),
  cancel: transact(
    'bogus cancel',
    'canceled = true',
    'captured < authorized AND NOT canceled',
    'NULL::bigint',
  ),
};

const REFUSALS: Readonly<Record<keyof typeof TRANSACT, Declined>> = {
  capture: declined('not_capturable', 'The amount exceeds what can still be captured'),
  capture_once: declined(
    'not_capturable',
    'The amount exceeds what can still be captured, or the charge is already captured',
  ),
  refund: declined('not_refundable', 'The amount exceeds what can still be refunded'),
  cancel: declined('not_cancelable', 'The charge is already captured or canceled'),
};

export function declineOf(change: keyof typeof TRANSACT): Declined {
  return REFUSALS[change];
}
