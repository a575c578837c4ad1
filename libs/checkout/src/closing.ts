import { Injectable } from '@nestjs/common';
import type { Tx } from '@tandem/database';
import { Events } from '@tandem/events';
import { orderEvent, OrdersRepository } from '@tandem/orders';
import { CancelOpenSessions } from '@tandem/payment-sessions';
import { OrderCredit } from '@tandem/store-credits';
import type { HeldOrder } from './order-locks';

/** The one step that cancels an order, open or placed: nothing more is paid for it, and its credit returns. */
@Injectable()
export class Closing {
  constructor(
    private readonly orders: OrdersRepository,
    private readonly sessions: CancelOpenSessions,
    private readonly credit: OrderCredit,
    private readonly events: Events,
  ) {}

  /** Only while the order is locked. */
  async close(tx: Tx, { order, collection }: HeldOrder): Promise<void> {
    await this.orders.cancel(tx, order);
    await this.sessions.run(tx, order.storeId, collection.id);
    await this.credit.giveBack(tx, order);
    await this.events.publish(tx, [orderEvent(order, 'canceled')]);
  }
}
