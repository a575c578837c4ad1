import { Injectable } from '@nestjs/common';
import { EVERY_ORDER } from '@tandem/context';
import { mustChange, type Tx } from '@tandem/database';
import { OrdersRepository, type NewOrder } from '@tandem/orders';
import { CollectionsRepository } from '@tandem/payment-collections';
import type { OrderDetails } from '../order-details';
import { OrderDetailsReader } from '../order-details.reader';

/** Inserts an order and its payment collection. The collection has the order's id. */
@Injectable()
export class CreateOrder {
  constructor(
    private readonly orders: OrdersRepository,
    private readonly collections: CollectionsRepository,
    private readonly reader: OrderDetailsReader,
  ) {}

  /** @throws OrderNumberTaken */
  async insert(tx: Tx, newOrder: NewOrder): Promise<OrderDetails> {
    const { storeId, id, total } = newOrder;
    await this.orders.insert(tx, newOrder);
    const inserted = await this.collections.insertOpen(tx, { storeId, id, orderId: id, amount: total });
    const collection = mustChange(inserted, 'open payment collection');
    // Read back, for the database orders the keys of metadata and sets the times.
    const order = await this.orders.findByRef(tx, storeId, { id }, EVERY_ORDER);
    return this.reader.loadNew(mustChange(order, 'insert order'), collection, tx);
  }
}
