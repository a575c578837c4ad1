import { Injectable } from '@nestjs/common';
import type { Tx } from '@tandem/database';
import type { Money } from '@tandem/money';
import type { Order } from '@tandem/orders';
import { dueOf, type PaymentCollection } from '@tandem/payment-collections';
import { OrderDue } from '@tandem/payments';
import { payableOf } from '../session-amount';

/** What one more session of a collection may authorize, as the ledger has it. */
@Injectable()
export class PayableAmount {
  constructor(private readonly due: OrderDue) {}

  /** Only while order and collection are locked. */
  async calculate(tx: Tx, order: Order, collection: PaymentCollection): Promise<Money> {
    // An open order has this one collection, and nothing of it is captured beside: no need to ask.
    const due = order.state === 'open' ? dueOf(order, [collection]) : await this.due.calculate(tx, order);
    return payableOf(collection, due);
  }
}
