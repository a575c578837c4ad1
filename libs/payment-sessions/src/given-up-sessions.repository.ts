import { Injectable } from '@nestjs/common';
import { sql, type Tx } from '@tandem/database';
import type { PaymentSession } from './payment-session';
import { sessionFrom, type SessionRow } from './payment-session.row';
import { GIVEN_UP_STATES } from './payment-session.states';

const givenUp = GIVEN_UP_STATES.map((state) => `'${state}'`).join(', ');

const TAKE = sql(
  'take sessions given up',
  `SELECT to_jsonb(s) AS session FROM payment_sessions s
    WHERE open_at_gateway AND state IN (${givenUp}) AND provider_id = ANY($2) AND close_after <= now()
    ORDER BY close_after LIMIT $1 FOR NO KEY UPDATE SKIP LOCKED`,
);

const CLOSING = sql(
  'session is being closed',
  `UPDATE payment_sessions SET open_at_gateway = false, close_after = NULL WHERE store_id = $1 AND id = $2`,
);

// Longer than the call that is in flight may take, shorter than a shopper stays on a page.
const POSTPONE = sql(
  'postpone closing of session',
  `UPDATE payment_sessions SET close_after = now() + interval '20 seconds' WHERE store_id = $1 AND id = $2`,
);

type Named = Pick<PaymentSession, 'storeId' | 'id'>;

/** Sessions that nobody will complete any more, while their gateway holds them open. */
@Injectable()
export class GivenUpSessions {
  /** At most `limit`, held until `tx` ends; no two processes get the same. */
  async take(tx: Tx, limit: number, providerIds: readonly string[]): Promise<PaymentSession[]> {
    const rows = await tx.query<{ session: SessionRow }>(TAKE, [limit, providerIds]);
    return rows.map(({ session }) => sessionFrom(session));
  }

  /** Said with the operation that closes it: it is taken once. */
  async closing(tx: Tx, { storeId, id }: Named): Promise<void> {
    await tx.query(CLOSING, [storeId, id]);
  }

  /** For one that the gateway is being asked something about. */
  async postpone(tx: Tx, { storeId, id }: Named): Promise<void> {
    await tx.query(POSTPONE, [storeId, id]);
  }
}
