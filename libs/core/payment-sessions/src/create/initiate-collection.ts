import { Injectable } from '@nestjs/common';
import { storeResponse, getOrThrow, type RequestContext } from '@tandem/context';
import { Database } from '@tandem/database';
import { isOpenTo, OrderNotFound, OrdersReader } from '@tandem/orders';
import { CollectionsRepository } from '@tandem/payment-collections';
import type { CollectionDetails } from '../payment-session';
import { PaymentSessionsReader } from '../payment-sessions.reader';

/**
 * Marks a cart's collection as initiated and returns it: the same one on every call (Medusa).
 * @throws OrderNotFound
 */
@Injectable()
export class InitiateCollection {
  constructor(
    private readonly database: Database,
    private readonly orders: OrdersReader,
    private readonly collections: CollectionsRepository,
    private readonly reader: PaymentSessionsReader,
  ) {}

  async run(ctx: RequestContext, cart: { id: string; publicId: string }): Promise<CollectionDetails> {
    const order = await this.orders.get(ctx, { id: cart.id }, cart.publicId);
    // Knowing only the id is enough to pay an open order; a placed or canceled one is shown only to its owner.
    if (order.state !== 'open' && !isOpenTo(ctx.caller, order)) throw new OrderNotFound(cart.publicId);
    return this.database.transaction(async (tx) => {
      const collection = await this.collections.initiate(tx, ctx.storeId, order.id);
      if (collection === null) throw new OrderNotFound(cart.publicId);
      await ctx.idempotency.claim(tx);
      const value = await this.reader.getCollection(collection.storeId, collection.id, tx);
      return getOrThrow(await storeResponse(ctx, tx, { value }));
    });
  }
}
