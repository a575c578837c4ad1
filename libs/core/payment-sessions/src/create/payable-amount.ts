import { Injectable } from '@nestjs/common';
import type { Tx } from '@tandem/database';
import type { Money } from '@tandem/money';
import type { Order } from '@tandem/orders';
import { dueOf, type PaymentCollection } from '@tandem/payment-collections';
import { OrderDue } from '@tandem/payments';

/**
 * What one more session of a collection may authorize, so that an order's collections together never take more than is due:
 * - of an order's first collection what nothing covers yet;
 * - of a further one what may be captured now: it asks for a part of the price again, which may be held and not captured.
 */
@Injectable()
export class PayableAmount {
  constructor(private readonly due: OrderDue) {}

  /** Only while order and collection are locked. */
  async of(tx: Tx, order: Order, collection: PaymentCollection): Promise<Money> {
    // An open order has this one collection, and nothing of it is captured beside: no need to ask.
    if (order.state === 'open') return dueOf(order, [collection]).payable;
    const due = await this.due.of(tx, order);
    return collection.id === order.id ? due.payable : due.collectable.min(collection.amount);
  }
}
