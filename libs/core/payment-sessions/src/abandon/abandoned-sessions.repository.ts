import { Injectable } from '@nestjs/common';
import { sql, unlockedOf, type Queryable, type Statement, type Tx } from '@tandem/database';
import type { PaymentSession } from '../payment-session';
import { sessionFrom, type SessionRow } from '../payment-session.row';
import { ABANDONED_STATES, OPEN_STATES } from '../payment-session.states';

const insertOperation = OPEN_STATES.map((state) => `'${state}'`).join(', ');
const abandoned = ABANDONED_STATES.map((state) => `'${state}'`).join(', ');

// Those of one collection that can still be completed, e.g. when their order is canceled. One that was replaced is never open.
const CANCEL_OPEN = sql(
  'cancel open payment sessions',
  `UPDATE payment_sessions SET state = 'canceled', updated_at = now()
    WHERE store_id = $1 AND collection_id = $2 AND replaced_at IS NULL AND state IN (${insertOperation}) RETURNING *`,
);

const TIME_IS_OVER = `expires_at <= now() AND state IN (${insertOperation})`;

const FIND_OVER = sql(
  'find payment sessions whose time is over',
  `SELECT store_id AS "storeId", id FROM payment_sessions WHERE ${TIME_IS_OVER} LIMIT $1`,
);

// What somebody has locked is being paid or ended just now.
const EXPIRE = sql(
  'expire payment sessions',
  `UPDATE payment_sessions SET state = 'expired', updated_at = now()
    WHERE store_id = $1 AND id IN (SELECT id FROM ${unlockedOf('payment_sessions')} WHERE ${TIME_IS_OVER}) RETURNING *`,
);

const TO_CLOSE = `open_at_gateway AND state IN (${abandoned}) AND close_after <= now()`;

const FIND_TO_CLOSE = sql(
  'find sessions given up',
  `SELECT store_id AS "storeId", id FROM payment_sessions WHERE ${TO_CLOSE} AND provider_id = ANY($2)
    ORDER BY close_after LIMIT $1`,
);

const LOCK_MANY = sql(
  'take sessions given up',
  `SELECT * FROM ${unlockedOf('payment_sessions')} WHERE ${TO_CLOSE}`,
);

const CANCELING = sql(
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
export class AbandonedSessionsRepository {
  /** Which it were. */
  cancelOpen(tx: Tx, storeId: string, collectionId: string): Promise<PaymentSession[]> {
    return this.rows(tx, CANCEL_OPEN, [storeId, collectionId]);
  }

  /** At most `limit` sessions whose time is over, of all stores. */
  findOver(on: Queryable, limit: number): Promise<Named[]> {
    return on.query<Named>(FIND_OVER, [limit]);
  }

  /** Says of those of them that are a store's, and are so still, that their time is over; which it were. */
  expire(tx: Tx, storeId: string, ids: readonly string[]): Promise<PaymentSession[]> {
    return this.rows(tx, EXPIRE, [storeId, ids]);
  }

  /** At most `limit` that are to be closed, of all stores. */
  findToClose(on: Queryable, limit: number, providerIds: readonly string[]): Promise<Named[]> {
    return on.query<Named>(FIND_TO_CLOSE, [limit, providerIds]);
  }

  /** Those of them that are a store's and are to be closed still, held until `tx` ends; no two processes get the same. */
  lockMany(tx: Tx, storeId: string, ids: readonly string[]): Promise<PaymentSession[]> {
    return this.rows(tx, LOCK_MANY, [storeId, ids]);
  }

  /** Said with the operation that closes it: it is taken once. */
  async closing(tx: Tx, { storeId, id }: Named): Promise<void> {
    await tx.query(CANCELING, [storeId, id]);
  }

  /** For one that the gateway is being asked something about. */
  async postpone(tx: Tx, { storeId, id }: Named): Promise<void> {
    await tx.query(POSTPONE, [storeId, id]);
  }

  private async rows(tx: Tx, statement: Statement, values: readonly unknown[]): Promise<PaymentSession[]> {
    return (await tx.query<SessionRow>(statement, values)).map(sessionFrom);
  }
}
