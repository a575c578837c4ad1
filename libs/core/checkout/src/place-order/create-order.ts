import { Injectable } from '@nestjs/common';
import { EVERY_ORDER } from '@tandem/context';
import type { Tx } from '@tandem/database';
import { OrderNotFound, OrdersRepository, type NewOrder, type Order } from '@tandem/orders';
import { CollectionsRepository } from '@tandem/payment-collections';

/** Inserts an order and its payment collection. The collection has the order's id. */
@Injectable()
export class CreateOrder {
  constructor(
    private readonly orders: OrdersRepository,
    private readonly collections: CollectionsRepository,
  ) {}

  /** @throws OrderNumberTaken */
  async insert(tx: Tx, order: NewOrder): Promise<Order> {
    const { storeId, id, total } = order;
    await this.orders.insert(tx, order);
    await this.collections.insertOpen(tx, { storeId, id, orderId: id, amount: total });
    const stored = await this.orders.findByRef(tx, storeId, { id }, EVERY_ORDER);
    if (stored === null) throw new OrderNotFound();
    return stored;
  }
}
