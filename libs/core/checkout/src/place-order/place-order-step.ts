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
 * The one step that places an order, whichever dialect asked: its credit is spent, and it is completed. Sessions that nothing is
 * left to be paid by are given up: a second tab must not pay at the gateway what is paid.
 */
@Injectable()
export class PlaceOrderStep {
  constructor(
    private readonly orders: OrdersRepository,
    private readonly credit: OrderCredit,
    private readonly sessions: CancelOpenSessions,
    private readonly events: Events,
  ) {}

  /** Only while the order is locked, open and covered. @throws CannotPlace with nothing in it */
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
