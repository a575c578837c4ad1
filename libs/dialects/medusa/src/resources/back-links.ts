import type { CollectionDetails, PaymentInCollection } from '@tandem/payment-sessions';
import { one, type Relation, type Resource } from '../fields/fields';
import {
  collectionFields,
  paymentFields,
  PAYMENT_SUMS,
  sessionFields,
  type SessionInContext,
} from './collection-fields';

// Back links have no relations of their own, so a path of any depth returns at most what its first tables contain.

const TIMES = ['created_at', 'updated_at'];
const OF_COLLECTION = ['currency_code', 'amount', 'status', 'authorized_amount', 'captured_amount'];
const OF_SESSION = ['currency_code', 'amount', 'provider_id', 'status', 'authorized_at'];
const OF_PAYMENT = ['currency_code', 'amount', 'provider_id', ...PAYMENT_SUMS, 'captured_at', 'canceled_at'];

const collection: Resource<CollectionDetails> = { fields: collectionFields, relations: {} };
const session: Resource<SessionInContext> = { fields: sessionFields, relations: {} };

// The payment's metadata shows disputes, which only staff may see.
const { metadata: _disputes, ...publicFields } = paymentFields;
const payment: Resource<PaymentInCollection> = {
  fields: publicFields,
  relations: {},
  onlyByName: PAYMENT_SUMS,
};

export function toCollection<T>(of: (entity: T) => CollectionDetails): Relation<T> {
  return one(() => collection, of, {
    stub: false,
    key: 'payment_collection_id',
    scalars: [...OF_COLLECTION, 'refunded_amount', 'completed_at', ...TIMES],
  });
}

export function toSession<T>(of: (entity: T) => SessionInContext | null): Relation<T> {
  return one(() => session, of, { key: 'payment_session_id', scalars: [...OF_SESSION, ...TIMES] });
}

export function toPayment<T>(of: (entity: T) => PaymentInCollection): Relation<T> {
  return one(() => payment, of, { stub: false, key: 'payment_id', scalars: [...OF_PAYMENT, ...TIMES] });
}
