import { Injectable } from '@nestjs/common';
import { sql, type Tx } from '@tandem/database';
import type { PaymentSession } from './payment-session';
import { sessionFrom, type SessionRow } from './payment-session.row';
import { GIVEN_UP_STATES, OPEN_STATES } from './payment-session.states';

const open = OPEN_STATES.map((state) => `'${state}'`).join(', ');
const givenUp = GIVEN_UP_STATES.map((state) => `'${state}'`).join(', ');

// A session as a statement has just written it.
const WRITTEN = 'to_jsonb(payment_sessions) AS session';

// Those of one collection that can still be completed, e.g. when their order is canceled. One that was replaced is never open.
const CANCEL_OPEN = sql(
  'cancel open payment sessions',
  `UPDATE payment_sessions SET state = 'canceled', updated_at = now()
    WHERE store_id = $1 AND collection_id = $2 AND replaced_at IS NULL AND state IN (${open}) RETURNING ${WRITTEN}`,
);

const EXPIRE = sql(
  'expire payment sessions',
  `UPDATE payment_sessions SET state = 'expired', updated_at = now() WHERE (store_id, id) IN (
     SELECT store_id, id FROM payment_sessions WHERE expires_at <= now() AND state IN (${open})
      LIMIT $1 FOR UPDATE SKIP LOCKED) RETURNING ${WRITTEN}`,
);

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

/** Sessions that nobody will complete any more: how they come to be so, and those that their gateway still holds open. */
@Injectable()
export class GivenUpSessions {
  /** Which it were. */
  cancelOpen(tx: Tx, storeId: string, collectionId: string): Promise<PaymentSession[]> {
    return this.written(tx, CANCEL_OPEN, [storeId, collectionId]);
  }

  /** Says of at most `limit` sessions that their time is over; which it were. */
  expire(tx: Tx, limit: number): Promise<PaymentSession[]> {
    return this.written(tx, EXPIRE, [limit]);
  }

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

  private async written(
    tx: Tx,
    statement: typeof CANCEL_OPEN,
    values: readonly unknown[],
  ): Promise<PaymentSession[]> {
    const rows = await tx.query<{ session: SessionRow }>(statement, values);
    return rows.map(({ session }) => sessionFrom(session));
  }
}
