import { Injectable } from '@nestjs/common';
import type { Tx } from '@tandem/database';
import { Events } from '@tandem/outbox';
import { orderEvent, OrdersRepository, type Order } from '@tandem/orders';
import type { PaymentCollection } from '@tandem/payment-collections';
import { CancelOpenSessions } from '@tandem/payment-sessions';
import { OrderCredit } from '@tandem/store-credits';

/** The one step that cancels an order, open or placed: nothing more is paid for it, and its credit returns. */
@Injectable()
export class CancelOrderStep {
  constructor(
    private readonly orders: OrdersRepository,
    private readonly sessions: CancelOpenSessions,
    private readonly credit: OrderCredit,
    private readonly events: Events,
  ) {}

  /** Only while the order is locked; `collections` are all of it. */
  async close(tx: Tx, order: Order, collections: readonly PaymentCollection[]): Promise<void> {
    await this.orders.cancel(tx, order);
    for (const { id } of collections) await this.sessions.run(tx, order.storeId, id);
    await this.credit.restore(tx, order);
    await this.events.publish(tx, [orderEvent(order, 'canceled')]);
  }
}
