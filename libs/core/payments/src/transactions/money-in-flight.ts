import { Injectable } from '@nestjs/common';
import type { Tx } from '@tandem/database';
import { Money } from '@tandem/money';
import type { PaymentCollection } from '@tandem/payment-collections';
import { ProviderOperationsRepository } from '@tandem/provider-operations';
import type { Payment } from '../payment';
import { PaymentsRepository } from '../payments.repository';

/** Refunds and voids without a final outcome, including those pending at their gateway. */
@Injectable()
export class MoneyInFlight {
  constructor(
    private readonly payments: PaymentsRepository,
    private readonly operations: ProviderOperationsRepository,
  ) {}

  /** The amount they take from a collection if they succeed. The order must be locked, so that none begins meanwhile. */
  async findAmount(tx: Tx, { storeId, id, amount }: PaymentCollection): Promise<Money> {
    const zero = Money.zero(amount.currency);
    const moving = (await this.payments.findByCollections(tx, storeId, [id])).filter(mayBeInFlight);
    if (moving.length === 0) return zero;
    const ids = moving.map((payment) => payment.id);
    const open = await this.operations.findOpenByPayments(tx, storeId, ids);
    const leaving = open.filter(({ verb }) => verb === 'refund' || verb === 'cancel');
    return leaving.reduce((sum, operation) => sum.plus(operation.amount), zero);
  }
}

/** A void in flight counts in `capturing`, like a capture; the operation's verb tells which it is. */
function mayBeInFlight({ refunding, capturing }: Payment): boolean {
  return refunding.isPositive() || capturing.isPositive();
}
