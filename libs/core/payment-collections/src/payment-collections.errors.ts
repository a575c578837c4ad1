import { defineError } from '@tandem/context';
import type { Money } from '@tandem/money';

export class CollectionNotFound extends defineError(
  'payment_collection_not_found',
  'not_found',
  'Payment collection not found',
) {
  /** `shownId` is the id as the caller wrote it. */
  constructor(readonly shownId: string) {
    super();
  }
}

/** More was asked for than is still to be paid. */
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

/** Zero or less was asked for, or nothing is left to be paid. */
export class AmountNotPositive extends defineError(
  'amount_not_positive',
  'invalid',
  'Amount must be greater than 0',
  { field: 'amount' },
) {}

/** Money is or was held for it, or it is its order's first. */
export class CollectionNotRemovable extends defineError(
  'payment_collection_not_removable',
  'conflict',
  ({ isFirst }: { isFirst: boolean }) =>
    isFirst
      ? 'The first payment collection of an order cannot be deleted'
      : 'Can only delete payment collections where status is not_paid',
) {}
