import { Injectable } from '@nestjs/common';
import type { Tx } from '@tandem/database';
import { Money } from '@tandem/money';
import type { PaymentCollection } from '@tandem/payment-collections';
import { ProviderOperationsRepository } from '@tandem/provider-operations';
import type { Payment } from '../payment';
import { PaymentsRepository } from '../payments.repository';

/** Refunds and voids whose outcome is not known yet, those that are pending at their gateway too. */
@Injectable()
export class MoneyInFlight {
  constructor(
    private readonly payments: PaymentsRepository,
    private readonly operations: ProviderOperationsRepository,
  ) {}

  /** What they take from a collection if they succeed. Only while its order is locked: then none begins. */
  async findAmount(tx: Tx, { storeId, id, amount }: PaymentCollection): Promise<Money> {
    const zero = Money.zero(amount.currency);
    const moving = (await this.payments.ofCollections(tx, storeId, [id])).filter(mayBeInFlight);
    if (moving.length === 0) return zero;
    const ids = moving.map((payment) => payment.id);
    const open = await this.operations.openOfPayments(tx, storeId, ids);
    const leaving = open.filter(({ verb }) => verb === 'refund' || verb === 'cancel');
    return leaving.reduce((sum, operation) => sum.plus(operation.amount), zero);
  }
}

/** A void in flight counts in `capturing`, as a capture does: its operation tells the two apart. */
function mayBeInFlight({ refunding, capturing }: Payment): boolean {
  return refunding.isPositive() || capturing.isPositive();
}
