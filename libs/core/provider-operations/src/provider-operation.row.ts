import { Money } from '@tandem/money';
import { readStoredOutcome, type ProviderVerb, type VerbResult } from '@tandem/provider-kit';
import type { OperationDetails, ProviderOperation, RecordedOutcome } from './provider-operation';

// The column's CHECK has the words of its migration.
type ColumnState = 'done' | 'declined';
export const COLUMN_STATE: Readonly<Record<RecordedOutcome['status'], ColumnState>> = {
  succeeded: 'done',
  declined: 'declined',
};

export interface ProviderOperationRow {
  store_id: string;
  id: string;
  order_id: string;
  collection_id: string;
  session_id: string;
  payment_id: string | null;
  provider_id: string;
  verb: ProviderVerb;
  operation_key: string;
  amount: bigint;
  currency: string;
  details: OperationDetails;
  state: 'requested' | ColumnState;
  result: unknown;
  attempts: number;
  created_at: Date;
}

export function operationFrom(row: ProviderOperationRow): ProviderOperation {
  return {
    storeId: row.store_id,
    id: row.id,
    orderId: row.order_id,
    collectionId: row.collection_id,
    sessionId: row.session_id,
    paymentId: row.payment_id,
    providerId: row.provider_id,
    verb: row.verb,
    operationKey: row.operation_key,
    amount: Money.of(row.amount, row.currency),
    details: row.details,
    state: row.state === 'done' ? 'succeeded' : row.state,
    outcome: readStoredOutcome<VerbResult>(row.result),
    attempts: row.attempts,
    createdAt: row.created_at,
  };
}
