import { Injectable } from '@nestjs/common';
import type { Tx } from '@tandem/database';
import { Events } from '@tandem/outbox';
import { orderEvent, orderPaidEvent, OrdersRepository } from '@tandem/orders';
import { dueOf } from '@tandem/payment-collections';
import { CancelOpenSessions } from '@tandem/payment-sessions';
import { OrderCredit } from '@tandem/store-credits';
import { CannotPlace } from '../checkout.errors';
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
  ) {}

  /** The order must be locked, open and covered. @throws CannotPlace where it has no items */
  async place(tx: Tx, { order, collection }: OrderToPlace): Promise<void> {
    if (order.items.length === 0) throw new CannotPlace('There are no items for this order');
    await this.credit.spend(tx, order);
    await this.orders.complete(tx, order);
    await this.sessions.run(tx, order.storeId, order.id);
    const isPaid = dueOf(order, [collection]).outstanding.isZero();
    await this.events.publish(tx, [
      orderEvent(order, 'completed'),
      ...(isPaid ? [orderPaidEvent(order)] : []),
    ]);
  }
}
