import { Injectable } from '@nestjs/common';
import { storeResponse, getOrThrow, type RequestContext } from '@tandem/context';
import { Database, type Tx } from '@tandem/database';
import {
  CollectionNotFound,
  CollectionNotRemovable,
  CollectionsRepository,
} from '@tandem/payment-collections';
import { OrderLocks } from './order-locks';

/**
 * Deletes a further collection without payments. Under the order's lock, which paying takes too, so one waits for the other.
 * @throws CollectionNotFound, CollectionNotRemovable
 */
@Injectable()
export class RemoveCollection {
  constructor(
    private readonly database: Database,
    private readonly locks: OrderLocks,
    private readonly collections: CollectionsRepository,
  ) {}

  /** Returns the id as the caller wrote it. */
  async run(ctx: RequestContext, { id, publicId }: { id: string; publicId: string }): Promise<string> {
    return this.database.transaction(async (tx) => {
      await this.remove(tx, ctx, id, publicId);
      return getOrThrow(await storeResponse(ctx, tx, { value: publicId }));
    });
  }

  private async remove(tx: Tx, ctx: RequestContext, id: string, publicId: string): Promise<void> {
    await ctx.idempotency.claim(tx);
    const found = await this.collections.findById(ctx.storeId, id, tx);
    if (found === null) throw new CollectionNotFound(publicId);
    await this.locks.acquire(tx, ctx, { id: found.orderId });
    const collection = await this.collections.lockForUpdate(tx, ctx.storeId, id);
    if (collection === null) throw new CollectionNotFound(publicId);
    const isFirst = id === collection.orderId;
    if (!(await this.collections.remove(tx, collection))) throw new CollectionNotRemovable({ isFirst });
  }
}
