import { Injectable } from '@nestjs/common';
import { sql, unlockedOf, type Queryable, type Statement, type Tx } from '@tandem/database';
import type { PaymentSession } from '../payment-session';
import { sessionFrom, type SessionRow } from '../payment-session.row';
import { ABANDONED_STATES, OPEN_STATES } from '../payment-session.states';

const open = OPEN_STATES.map((state) => `'${state}'`).join(', ');
const abandoned = ABANDONED_STATES.map((state) => `'${state}'`).join(', ');

// All open sessions of a collection, e.g. when the order is canceled. A replaced session is never open.
const CANCEL_OPEN = sql(
  'cancel open payment sessions',
  `UPDATE payment_sessions SET state = 'canceled', updated_at = now()
    WHERE store_id = $1 AND collection_id = $2 AND replaced_at IS NULL AND state IN (${open}) RETURNING *`,
);

const IS_EXPIRED = `expires_at <= now() AND state IN (${open})`;

const FIND_OVER = sql(
  'find expired payment sessions',
  `SELECT store_id AS "storeId", id FROM payment_sessions WHERE ${IS_EXPIRED} LIMIT $1`,
);

// Skips locked sessions: they are being paid or closed right now.
const EXPIRE = sql(
  'expire payment sessions',
  `UPDATE payment_sessions SET state = 'expired', updated_at = now()
    WHERE store_id = $1 AND id IN (SELECT id FROM ${unlockedOf('payment_sessions')} WHERE ${IS_EXPIRED}) RETURNING *`,
);

const TO_CLOSE = `open_at_gateway AND state IN (${abandoned}) AND close_after <= now()`;

const FIND_TO_CLOSE = sql(
  'find abandoned payment sessions',
  `SELECT store_id AS "storeId", id FROM payment_sessions WHERE ${TO_CLOSE} AND provider_id = ANY($2)
    ORDER BY close_after LIMIT $1`,
);

const LOCK_MANY = sql(
  'lock abandoned payment sessions',
  `SELECT * FROM ${unlockedOf('payment_sessions')} WHERE ${TO_CLOSE}`,
);

const MARK_CANCELING = sql(
  'mark payment session canceling',
  `UPDATE payment_sessions SET open_at_gateway = false, close_after = NULL WHERE store_id = $1 AND id = $2`,
);

// Longer than the call in flight can take, shorter than a shopper stays on a page.
const POSTPONE = sql(
  'postpone cancellation of payment session',
  `UPDATE payment_sessions SET close_after = now() + interval '20 seconds' WHERE store_id = $1 AND id = $2`,
);

type Named = Pick<PaymentSession, 'storeId' | 'id'>;

/** Sessions that will never be completed: cancels and expires them, and finds those still open at their gateway. */
@Injectable()
export class AbandonedSessionsRepository {
  /** Returns the canceled sessions. */
  cancelOpen(tx: Tx, storeId: string, collectionId: string): Promise<PaymentSession[]> {
    return this.rows(tx, CANCEL_OPEN, [storeId, collectionId]);
  }

  /** At most `limit` sessions that are due to expire, across all stores. */
  findOver(on: Queryable, limit: number): Promise<Named[]> {
    return on.query<Named>(FIND_OVER, [limit]);
  }

  /** Expires those of one store's sessions that are still due. Returns them. */
  expire(tx: Tx, storeId: string, ids: readonly string[]): Promise<PaymentSession[]> {
    return this.rows(tx, EXPIRE, [storeId, ids]);
  }

  /** At most `limit` sessions to cancel at their gateway, across all stores. */
  findToClose(on: Queryable, limit: number, providerIds: readonly string[]): Promise<Named[]> {
    return on.query<Named>(FIND_TO_CLOSE, [limit, providerIds]);
  }

  /** Locks those of one store's sessions that must still be canceled; no two processes get the same. */
  lockMany(tx: Tx, storeId: string, ids: readonly string[]): Promise<PaymentSession[]> {
    return this.rows(tx, LOCK_MANY, [storeId, ids]);
  }

  /** Recorded with the operation that cancels the session, so that there is only one. */
  async markCanceling(tx: Tx, { storeId, id }: Named): Promise<void> {
    await tx.query(MARK_CANCELING, [storeId, id]);
  }

  /** For a session with a call in flight. */
  async postpone(tx: Tx, { storeId, id }: Named): Promise<void> {
    await tx.query(POSTPONE, [storeId, id]);
  }

  private async rows(tx: Tx, statement: Statement, values: readonly unknown[]): Promise<PaymentSession[]> {
    return (await tx.query<SessionRow>(statement, values)).map(sessionFrom);
  }
}
