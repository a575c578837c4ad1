import { Injectable } from '@nestjs/common';
import { sql, type Tx } from '@tandem/database';
import type { PaymentSession } from '../payment-session';
import { sessionFrom, type SessionRow } from '../payment-session.row';
import { OPEN_STATES, SESSION_TTL } from '../payment-session.states';

const open = OPEN_STATES.map((state) => `'${state}'`).join(', ');

const SUPERSEDE = sql(
  'payment sessions make way',
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

const UPSERT = sql(
  'keep payment session',
  `UPDATE payment_sessions SET expires_at = NULL WHERE store_id = $1 AND id = $2`,
);

/** A session that pays the whole of a collection, whichever of its order's it is. */
export type SessionByHand = Pick<
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
 * Sessions that the store's people make, under the lock of their collection; shoppers make theirs in one statement. And what is
 * particular to those that shoppers make to pay by hand.
 */
@Injectable()
export class SessionsByHandRepository {
  /** The collection's other attempts make way. */
  async insertSuperseding(tx: Tx, session: SessionByHand): Promise<PaymentSession> {
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

  /** It is good until its order is placed: what is chosen to be paid by hand waits for no gateway. */
  async keep(tx: Tx, { storeId, id }: Pick<PaymentSession, 'storeId' | 'id'>): Promise<void> {
    await tx.query(UPSERT, [storeId, id]);
  }
}
