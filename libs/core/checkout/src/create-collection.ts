import { Injectable } from '@nestjs/common';
import { storeResponse, getOrThrow, type RequestContext } from '@tandem/context';
import { Database, type Tx } from '@tandem/database';
import { newId } from '@tandem/ids';
import type { DecimalAmount, Money } from '@tandem/money';
import { OrderNotFound, OrdersReader, type Order } from '@tandem/orders';
import {
  AmountExceedsOutstanding,
  CollectionsRepository,
  type PaymentCollection,
} from '@tandem/payment-collections';
import { PaymentSessionsReader, type CollectionDetails } from '@tandem/payment-sessions';
import { OrderNotPlaced } from './checkout.errors';
import { OrderLocks } from './order-locks';
import { unrequestedAmount } from './unrequested-amount';

export interface CreateCollectionInput {
  /** The order: `id` is its UUID, `publicId` the id as the caller wrote it. */
  readonly order: { readonly id: string; readonly publicId: string };
  /** Must be positive. */
  readonly amount: DecimalAmount;
}

/**
 * Creates a further payment collection for a part of a placed order's price (Medusa). Under the order's lock, so that concurrent
 * requests never exceed what is outstanding. @throws OrderNotFound, OrderNotPlaced, AmountExceedsOutstanding
 */
@Injectable()
export class CreateCollection {
  constructor(
    private readonly database: Database,
    private readonly orders: OrdersReader,
    private readonly locks: OrderLocks,
    private readonly collections: CollectionsRepository,
    private readonly reader: PaymentSessionsReader,
  ) {}

  async run(
    ctx: RequestContext,
    { order: named, amount }: CreateCollectionInput,
  ): Promise<CollectionDetails> {
    return this.database.transaction(async (tx) => {
      const found = await this.orders.find(ctx, { id: named.id }, tx);
      if (!found) throw new OrderNotFound(named.publicId);
      const { order } = await this.locks.acquire(tx, ctx, { id: found.id });
      await ctx.idempotency.claim(tx);
      if (order.state !== 'completed') throw new OrderNotPlaced(order.state);
      const added = await this.add(tx, order, amount.in(order.total.currency));
      const value = await this.reader.getCollection(added.storeId, added.id, tx);
      return getOrThrow(await storeResponse(ctx, tx, { value }));
    });
  }

  private async add(tx: Tx, order: Order, amount: Money): Promise<PaymentCollection> {
    const { storeId, id: orderId } = order;
    const max = unrequestedAmount(order, await this.collections.findByOrders(storeId, [orderId], tx));
    if (max.lessThan(amount)) throw new AmountExceedsOutstanding(max);
    const added = await this.collections.insertOpen(tx, { storeId, id: newId(), orderId, amount });
    if (added === null) throw new Error('an inserted payment collection was not returned');
    return added;
  }
}
