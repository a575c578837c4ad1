import type { PaymentVerb, ProviderOperation } from '@tandem/provider-operations';
import type { Payment } from '../payment';

/** Where a ledger entry comes from, and what is stored with it besides the amount. */
export interface EntrySource {
  readonly storeId: string;
  readonly orderId: string;
  readonly collectionId: string;
  /** The provider operation (UUID); null if done at the gateway itself. */
  readonly operationId: string | null;
  readonly note: string | null;
  /** UUID. */
  readonly refundReasonId: string | null;
  /** The admin or secret key that asked for it (UUID). */
  readonly createdBy: string | null;
  /** True: `createdBy` is a secret key's id. */
  readonly isByKey: boolean;
  /** For a refund, whether its order was placed when it began; left out if unknown. */
  readonly orderWasPlaced?: boolean;
}

const NO_REFUND = { note: null, refundReasonId: null };

export function entrySourceOf(operation: ProviderOperation<'authorize' | PaymentVerb>): EntrySource {
  const { storeId, orderId, collectionId, id: operationId } = operation;
  const { createdBy, isByKey } = operation.details;
  const place = { storeId, orderId, collectionId, operationId, createdBy, isByKey };
  if (operation.verb !== 'refund') return { ...place, ...NO_REFUND };
  const { note, refundReasonId, orderWasPlaced } = operation.details;
  return { ...place, note, refundReasonId, orderWasPlaced };
}

/** The source of a transaction made at the gateway itself. */
export function atGateway({ storeId, orderId, collectionId }: Payment): EntrySource {
  return { storeId, orderId, collectionId, operationId: null, createdBy: null, isByKey: false, ...NO_REFUND };
}
