import { Injectable } from '@nestjs/common';
import type { Tx } from '@tandem/database';
import { Events } from '@tandem/outbox';
import { hasCreditApplied, orderEvent, orderPaidEvent, OrdersRepository } from '@tandem/orders';
import { dueOf } from '@tandem/payment-collections';
import { CancelOpenSessions } from '@tandem/payment-sessions';
import { OrderCredit } from '@tandem/store-credits';
import type { OrderDetails } from '../order-details';
import { OrderDetailsReader } from '../order-details.reader';
import type { OrderToPlace } from '../order-locks';

/**
 * The step that places an order, shared by both dialects: spends its credit and completes it. Cancels sessions that are still
 * open, so that a second tab cannot pay again at the gateway.
 */
@Injectable()
export class PlaceOrderStep {
  constructor(
    private readonly orders: OrdersRepository,
    private readonly credit: OrderCredit,
    private readonly sessions: CancelOpenSessions,
    private readonly events: Events,
    private readonly reader: OrderDetailsReader,
  ) {}

  /** The order must be locked, open and covered, and have items. Returns the placed order. */
  async place(tx: Tx, { order, collection, details }: OrderToPlace): Promise<OrderDetails> {
    await this.credit.spend(tx, order);
    const placed = await this.orders.complete(tx, order);
    const payment = await this.sessions.cancelInCollection(tx, details.payment);
    const isPaid = dueOf(order, [collection]).outstanding.isZero();
    await this.events.publish(tx, [
      orderEvent(order, 'completed'),
      ...(isPaid ? [orderPaidEvent(order)] : []),
    ]);
    return hasCreditApplied(order) ? this.reader.load(placed, tx) : { ...details, order: placed, payment };
  }
}
