import { CoreError } from '@tandem/context';
import type { Money } from '@tandem/money';

export class CollectionNotFound extends CoreError {
  readonly code = 'payment_collection_not_found';
  readonly kind = 'not_found';

  /** `shownId` is the id as the caller spelled it. */
  constructor(readonly shownId: string) {
    super('Payment collection not found');
  }
}

/** More was asked for than is still to be paid. */
export class AmountExceedsOutstanding extends CoreError {
  readonly code = 'amount_exceeds_outstanding';
  readonly kind = 'invalid';
  override readonly field = 'amount';

  constructor(readonly outstanding: Money) {
    super(`Amount must be less than or equal to ${outstanding.toDecimal()}`);
  }
}

/** Zero or less was asked for, or nothing is left to be paid. */
export class AmountNotPositive extends CoreError {
  readonly code = 'amount_not_positive';
  readonly kind = 'invalid';
  override readonly field = 'amount';

  constructor() {
    super('Amount must be greater than 0');
  }
}

/** Money is or was held for it, or it is its order's first. */
export class CollectionNotRemovable extends CoreError {
  readonly code = 'payment_collection_not_removable';
  readonly kind = 'conflict';

  constructor({ isFirst }: { isFirst: boolean }) {
    super(
      isFirst
        ? 'The first payment collection of an order cannot be deleted'
        : 'Can only delete payment collections where status is not_paid',
    );
  }
}
