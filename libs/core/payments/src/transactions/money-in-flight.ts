import { Injectable } from '@nestjs/common';
import type { Tx } from '@tandem/database';
import { Money } from '@tandem/money';
import type { PaymentCollection } from '@tandem/payment-collections';
import { ProviderOperationsRepository } from '@tandem/provider-operations';
import type { Payment } from '../payment';

/** A collection with its payments, read under the order's lock. */
interface CollectionWithPayments {
  readonly collection: Pick<PaymentCollection, 'storeId' | 'amount'>;
  readonly payments: readonly { readonly payment: Payment }[];
}

/** Refunds and voids without a final outcome, including those pending at their gateway. */
@Injectable()
export class MoneyInFlight {
  constructor(private readonly operations: ProviderOperationsRepository) {}

  /** The amount they take from a collection if they succeed. The order must be locked, so that none begins meanwhile. */
  async findAmount(tx: Tx, { collection, payments }: CollectionWithPayments): Promise<Money> {
    const zero = Money.zero(collection.amount.currency);
    const moving = payments.filter(({ payment }) => mayBeInFlight(payment));
    if (moving.length === 0) return zero;
    const ids = moving.map(({ payment }) => payment.id);
    const open = await this.operations.findOpenByPayments(tx, collection.storeId, ids);
    const leaving = open.filter(({ verb }) => verb === 'refund' || verb === 'cancel');
    return leaving.reduce((sum, operation) => sum.plus(operation.amount), zero);
  }
}

/** A void in flight counts in `capturing`, like a capture; the operation's verb tells which it is. */
export function mayBeInFlight({ refunding, capturing }: Payment): boolean {
  return refunding.isPositive() || capturing.isPositive();
}
