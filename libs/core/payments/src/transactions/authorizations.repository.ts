import { Injectable } from '@nestjs/common';
import { mustChange, sql, type Tx } from '@tandem/database';
import { newId } from '@tandem/ids';
import { addToCollection } from '@tandem/payment-collections';
import type { EntrySource } from '../ledger/entry-source';
import type { Payment } from '../payment';

// Lock order: the collection before the payment.
const RECORD = sql(
  'record authorization',
  `WITH collection AS (
     ${addToCollection('authorized', { storeId: '$1', id: '$4', amount: '$10' })} RETURNING id),
   payment AS (
     INSERT INTO payments (store_id, id, order_id, collection_id, session_id, payment_method_id, provider_id,
       number, state, currency, authorized, reference, external_id, card_id, paid_with, capture_before)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'authorized', $9, $10, $11, $12, $13, $14, $15)),
   entry AS (
     INSERT INTO ledger_entries (store_id, id, order_id, collection_id, payment_id, operation_id, kind, amount, currency,
       reference, created_by, is_by_key)
     VALUES ($1, $16, $3, $4, $2, $17, 'authorization', $10, $9, $11, $18, $19))
   SELECT id FROM collection`,
);

export type NewPayment = Pick<
  Payment,
  | 'storeId'
  | 'id'
  | 'orderId'
  | 'collectionId'
  | 'sessionId'
  | 'paymentMethodId'
  | 'providerId'
  | 'number'
  | 'authorized'
  | 'reference'
  | 'externalId'
  | 'cardId'
  | 'paidWith'
  | 'captureBefore'
>;

@Injectable()
export class AuthorizationsRepository {
  /** Inserts the payment and its first ledger entry, and turns the collection's reservation into an authorization. */
  async insert(tx: Tx, payment: NewPayment, { operationId, createdBy, isByKey }: EntrySource): Promise<void> {
    const [recorded] = await tx.query(RECORD, [
      payment.storeId,
      payment.id,
      payment.orderId,
      payment.collectionId,
      payment.sessionId,
      payment.paymentMethodId,
      payment.providerId,
      payment.number,
      payment.authorized.currency,
      payment.authorized.minor,
      payment.reference,
      payment.externalId,
      payment.cardId,
      payment.paidWith,
      payment.captureBefore,
      newId(),
      operationId,
      createdBy,
      isByKey,
    ]);
    mustChange(recorded, RECORD.name);
  }
}
