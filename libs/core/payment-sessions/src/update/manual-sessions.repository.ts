import { Injectable } from '@nestjs/common';
import { sql, type Tx } from '@tandem/database';
import type { PaymentSession } from '../payment-session';
import { sessionFrom, type SessionRow } from '../payment-session.row';
import { OPEN_STATES, SESSION_TTL } from '../payment-session.states';

const open = OPEN_STATES.map((state) => `'${state}'`).join(', ');

const SUPERSEDE = sql(
  'supersede payment sessions',
  `UPDATE payment_sessions SET replaced_at = now(), updated_at = now(),
     state = CASE WHEN state IN (${open}) THEN 'canceled' ELSE state END
    WHERE store_id = $1 AND collection_id = $2 AND replaced_at IS NULL
      AND state NOT IN ('processing', 'authorized', 'captured')`,
);

const INSERT = sql(
  'insert payment session',
  `INSERT INTO payment_sessions (store_id, id, order_id, collection_id, payment_method_id, provider_id, customer_id,
     state, amount, currency, external_id, data, covers_all, expires_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, 'pending', $8, $9, $10, $11, true, now() + interval '${SESSION_TTL}')
   RETURNING *`,
);

const REMOVE_EXPIRY = sql(
  'remove expiry of payment session',
  `UPDATE payment_sessions SET expires_at = NULL WHERE store_id = $1 AND id = $2`,
);

/** A session that pays any collection of an order in full. */
export type ManualSession = Pick<
  PaymentSession,
  | 'storeId'
  | 'id'
  | 'orderId'
  | 'collectionId'
  | 'paymentMethodId'
  | 'providerId'
  | 'customerId'
  | 'amount'
  | 'externalId'
  | 'data'
>;

/**
 * Inserts sessions for staff, who have locked the collection (a shopper's session is created by create-session.statement.ts), and
 * updates shoppers' sessions that are paid manually.
 */
@Injectable()
export class ManualSessionsRepository {
  /** Also supersedes the collection's other sessions. */
  async insertSuperseding(tx: Tx, session: ManualSession): Promise<PaymentSession> {
    const { storeId, id, orderId, collectionId, amount } = session;
    await tx.query(SUPERSEDE, [storeId, collectionId]);
    const [row] = await tx.query<SessionRow>(INSERT, [
      storeId,
      id,
      orderId,
      collectionId,
      session.paymentMethodId,
      session.providerId,
      session.customerId,
      amount.minor,
      amount.currency,
      session.externalId,
      JSON.stringify(session.data),
    ]);
    if (!row) throw new Error(`session ${id} was inserted and not returned`);
    return sessionFrom(row);
  }

  /** A manual payment waits for no gateway, so its session does not expire before the order is placed. */
  async removeExpiry(tx: Tx, { storeId, id }: Pick<PaymentSession, 'storeId' | 'id'>): Promise<void> {
    await tx.query(REMOVE_EXPIRY, [storeId, id]);
  }
}
