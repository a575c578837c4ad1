import { defineError } from '@tandem/context';
import type { Money } from '@tandem/money';

export class CollectionNotFound extends defineError(
  'payment_collection_not_found',
  'not_found',
  'Payment collection not found',
) {
  /** `publicId` is the id as the caller wrote it. */
  constructor(readonly publicId: string) {
    super();
  }
}

/** The requested amount exceeds what is outstanding. */
export class AmountExceedsOutstanding extends defineError(
  'amount_exceeds_outstanding',
  'invalid',
  (outstanding: Money) => `Amount must be less than or equal to ${outstanding.toDecimal()}`,
  { field: 'amount' },
) {
  constructor(readonly outstanding: Money) {
    super(outstanding);
  }
}

/** The requested amount is zero or less, or nothing is outstanding. */
export class AmountNotPositive extends defineError(
  'amount_not_positive',
  'invalid',
  'Amount must be greater than 0',
  { field: 'amount' },
) {}

/** It has or had an authorization, or it is the order's first. */
export class CollectionNotRemovable extends defineError(
  'payment_collection_not_removable',
  'conflict',
  ({ isFirst }: { isFirst: boolean }) =>
    isFirst
      ? 'The first payment collection of an order cannot be deleted'
      : 'Can only delete payment collections where status is not_paid',
) {}
