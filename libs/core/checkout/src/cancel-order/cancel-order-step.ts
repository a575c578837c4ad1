import { Injectable } from '@nestjs/common';
import type { Tx } from '@tandem/database';
import { Events } from '@tandem/outbox';
import { orderEvent, OrdersRepository, type Order } from '@tandem/orders';
import { CollectionsRepository } from '@tandem/payment-collections';
import { OrderCredit } from '@tandem/store-credits';

/** The step that cancels an order, open or placed, after its open sessions: returns its credit. */
@Injectable()
export class CancelOrderStep {
  constructor(
    private readonly orders: OrdersRepository,
    private readonly collections: CollectionsRepository,
    private readonly credit: OrderCredit,
    private readonly events: Events,
  ) {}

  /** The order and its first collection must be locked. */
  async close(tx: Tx, order: Order): Promise<void> {
    await this.orders.cancel(tx, order);
    // Its first collection has its id.
    await this.collections.raiseVersion(tx, order);
    await this.credit.restore(tx, order);
    await this.events.publish(tx, [orderEvent(order, 'canceled')]);
  }
}
