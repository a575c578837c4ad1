import { Injectable } from '@nestjs/common';
import type { Tx } from '@tandem/database';
import type { Money } from '@tandem/money';
import { dueOf, type PaymentCollection } from '@tandem/payment-collections';
import { OrderDue } from '@tandem/payments';
import { payableOf } from '../session-amount';
import type { PayableOrder } from '../session-locks';

/** How much a further session of a collection may authorize, according to the ledger. */
@Injectable()
export class PayableAmount {
  constructor(private readonly due: OrderDue) {}

  /** Order and collection must be locked. */
  async calculate(tx: Tx, order: PayableOrder, collection: PaymentCollection): Promise<Money> {
    // An open order has only this collection and no captures in flight, so no query is needed.
    const due = order.state === 'open' ? dueOf(order, [collection]) : await this.due.calculate(tx, order);
    return payableOf(collection, due);
  }
}
