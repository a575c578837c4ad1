import { Injectable } from '@nestjs/common';
import type { Tx } from '@tandem/database';
import { Money } from '@tandem/money';
import type { Order } from '@tandem/orders';
import { CollectionsRepository, dueOf, type Due } from '@tandem/payment-collections';
import type { Payment } from '../payment';
import { PaymentsRepository } from '../payments.repository';

/** What is due for an order that is locked: until the transaction ends nothing settles that would change it. */
@Injectable()
export class OrderDue {
  constructor(
    private readonly collections: CollectionsRepository,
    private readonly payments: PaymentsRepository,
  ) {}

  /** The same with the payments, locked: for an act that is about to change one of them. Only while the order is locked. */
  async withPayments(tx: Tx, order: Order): Promise<{ readonly due: Due; readonly payments: Payment[] }> {
    const { storeId, total } = order;
    const collections = await this.collections.lockOfOrder(tx, storeId, order.id);
    const ids = collections.map(({ id }) => id);
    const payments = await this.payments.lockOfCollections(tx, storeId, ids);
    const capturing = payments.reduce(
      (sum, payment) => sum.plus(payment.capturing),
      Money.zero(total.currency),
    );
    return { due: dueOf(order, collections, capturing), payments };
  }

  /** Only while the order is locked. Locks its collections too, before any payment of theirs. */
  async calculate(tx: Tx, order: Order): Promise<Due> {
    const { storeId, total } = order;
    const collections = await this.collections.lockOfOrder(tx, storeId, order.id);
    // Read after the locks: a capture that settled meanwhile would be seen in neither.
    const ids = collections.map(({ id }) => id);
    const capturing = await this.payments.capturingOf(tx, storeId, ids);
    return dueOf(order, collections, Money.of(capturing, total.currency));
  }
}
