import { Injectable } from '@nestjs/common';
import { EVERY_ORDER } from '@tandem/context';
import type { Tx } from '@tandem/database';
import { Events } from '@tandem/outbox';
import type { Money } from '@tandem/money';
import { orderPaidEvent, OrdersRepository } from '@tandem/orders';
import { CollectionsRepository, dueOf } from '@tandem/payment-collections';
import type { Payment } from '../payment';

/** Publishes order.paid for a placed order once nothing is left to capture; an open order's is published when it is placed. */
@Injectable()
export class PublishOrderPaid {
  constructor(
    private readonly orders: OrdersRepository,
    private readonly collections: CollectionsRepository,
    private readonly events: Events,
  ) {}

  /** Call after `captured` is recorded: of two concurrent captures the second sees the first. */
  async run(
    tx: Tx,
    { storeId, orderId }: Pick<Payment, 'storeId' | 'orderId'>,
    captured: Money,
  ): Promise<void> {
    await this.events.lockOrder(tx, storeId, orderId);
    const order = await this.orders.findByRef(tx, storeId, { id: orderId }, EVERY_ORDER);
    if (order?.state !== 'completed') return;
    const { outstanding, refundDue } = dueOf(
      order,
      await this.collections.findByOrders(storeId, [orderId], tx),
    );
    // All of this capture is excess, so nothing was left to capture before it.
    const wasPaid = captured.atMost(refundDue);
    if (outstanding.isZero() && !wasPaid) await this.events.publish(tx, [orderPaidEvent(order)]);
  }
}
