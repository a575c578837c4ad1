import { Injectable } from '@nestjs/common';
import { storeResponse, orThrow, type RequestContext } from '@tandem/context';
import { Database } from '@tandem/database';
import { isOpenTo, OrderNotFound, OrdersReader } from '@tandem/orders';
import { CollectionsRepository } from '@tandem/payment-collections';
import type { CollectionDetails } from '../payment-session';
import { PaymentSessionsReader } from '../payment-sessions.reader';

/**
 * Says that a cart is about to be paid, and shows its collection: made once, the same one every time (Medusa).
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
    // By its id alone an order is paid while it is open; what became of it is its owner's.
    if (order.state !== 'open' && !isOpenTo(ctx.caller, order)) throw new OrderNotFound(cart.publicId);
    return this.database.transaction(async (tx) => {
      const collection = await this.collections.initiate(tx, ctx.storeId, order.id);
      if (collection === null) throw new OrderNotFound(cart.publicId);
      await ctx.idempotency.claim(tx);
      const value = await this.reader.collectionDetails(collection, tx);
      return orThrow(await storeResponse(ctx, tx, { value }));
    });
  }
}
