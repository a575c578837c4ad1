import { sql, unlockedOf } from '@tandem/database';
import { OPERATION_COLUMNS } from './operation-columns.statement';

// A provider has 10 s to respond; until then, plus a margin, no other process looks the operation up.
export const LEASE_SECONDS = 12;
export const LEASE = `now() + interval '${LEASE_SECONDS} seconds'`;

export const TAKE_OVER = sql(
  'take over provider operation',
  `UPDATE provider_operations SET lease_until = ${LEASE}
    WHERE store_id = $1 AND id = $2 AND state = 'requested' AND (lease_until < now() OR lease_until > ${LEASE}) RETURNING id`,
);

// A lease that ends later than any process would set is a pause: no process asks the gateway until then.
export const BACK_OFF = sql(
  'back off from provider operation',
  `UPDATE provider_operations o SET lease_until = pause.ends_at
     FROM (SELECT now() + least(interval '5 minutes', (now() - created_at) / 10) AS ends_at
             FROM provider_operations WHERE store_id = $1 AND id = $2) pause
    WHERE o.store_id = $1 AND o.id = $2 AND o.state = 'requested' AND o.attempts = $3
      AND o.created_at < now() - interval '2 minutes'`,
);

export const SEND_AGAIN = sql(
  'send provider operation again',
  `UPDATE provider_operations SET sent_at = now(), lease_until = ${LEASE}, attempts = attempts + 1
    WHERE store_id = $1 AND id = $2 AND state = 'requested' RETURNING id`,
);

export const FIND_DUE = sql(
  'find due provider operations',
  `SELECT store_id AS "storeId", id FROM provider_operations
    WHERE state = 'requested' AND lease_until < now() AND provider_id = ANY($2) ORDER BY lease_until LIMIT $1`,
);

export const LEASE_DUE = sql(
  'lease due provider operations',
  `UPDATE provider_operations SET lease_until = ${LEASE}
    WHERE store_id = $1 AND id IN (
      SELECT id FROM ${unlockedOf('provider_operations')} WHERE state = 'requested' AND lease_until < now())
   RETURNING ${OPERATION_COLUMNS}, lease_until AS "leaseUntil", sent_at AS "sentAt"`,
);
