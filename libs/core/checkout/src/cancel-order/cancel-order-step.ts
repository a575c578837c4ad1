import { Injectable } from '@nestjs/common';
import type { Tx } from '@tandem/database';
import { Events } from '@tandem/outbox';
import { orderEvent, OrdersRepository, type Order } from '@tandem/orders';
import type { PaymentCollection } from '@tandem/payment-collections';
import { CancelOpenSessions } from '@tandem/payment-sessions';
import { OrderCredit } from '@tandem/store-credits';

/** The step that cancels an order, open or placed: cancels its open sessions and returns its credit. */
@Injectable()
export class CancelOrderStep {
  constructor(
    private readonly orders: OrdersRepository,
    private readonly sessions: CancelOpenSessions,
    private readonly credit: OrderCredit,
    private readonly events: Events,
  ) {}

  /** The order must be locked. `collections` must be all of its collections. */
  async close(tx: Tx, order: Order, collections: readonly PaymentCollection[]): Promise<void> {
    await this.orders.cancel(tx, order);
    for (const { id } of collections) await this.sessions.run(tx, order.storeId, id);
    await this.credit.restore(tx, order);
    await this.events.publish(tx, [orderEvent(order, 'canceled')]);
  }
}
