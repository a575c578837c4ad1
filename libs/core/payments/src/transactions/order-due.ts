import { Injectable } from '@nestjs/common';
import type { Tx } from '@tandem/database';
import { Money } from '@tandem/money';
import type { Order } from '@tandem/orders';
import { CollectionsRepository, dueOf, type Due, type PricedOrder } from '@tandem/payment-collections';
import { PaymentsRepository } from '../payments.repository';

/** What is due for a locked order; its collections are locked too, so it does not change until the transaction ends. */
@Injectable()
export class OrderDue {
  constructor(
    private readonly collections: CollectionsRepository,
    private readonly payments: PaymentsRepository,
  ) {}

  /** The order must be locked. Locks its collections, before any payment. */
  async calculate(tx: Tx, order: PricedOrder & Pick<Order, 'storeId' | 'id'>): Promise<Due> {
    const { storeId, total } = order;
    const collections = await this.collections.lockByOrder(tx, storeId, order.id);
    // Read after locking: otherwise a capture settling in between would be counted in neither.
    const ids = collections.map(({ id }) => id);
    const capturing = await this.payments.sumBeingCaptured(tx, storeId, ids);
    return dueOf(order, collections, Money.of(capturing, total.currency));
  }
}
