import { Injectable } from '@nestjs/common';
import { storeResponse, getOrThrow, type RequestContext } from '@tandem/context';
import { Database, type Tx } from '@tandem/database';
import type { OrderRef } from '@tandem/orders';
import { RecalculateTotals, type OrderChange } from '../credit/recalculate-totals';
import type { OrderDetails } from '../order-details';
import { OrderDetailsReader } from '../order-details.reader';
import { OrderLocks, type LockedOrder } from '../order-locks';

/** The steps that every update of an open order shares: locks, idempotency key, totals, response. */
@Injectable()
export class UpdateOpenOrder {
  constructor(
    private readonly database: Database,
    private readonly locks: OrderLocks,
    private readonly totals: RecalculateTotals,
    private readonly reader: OrderDetailsReader,
  ) {}

  /** `work` may change the order's credit itself; it returns all other changes, which are stored with the new totals. @throws OrderNotFound, OrderNotOpen, PaidForMore */
  run(
    ctx: RequestContext,
    ref: OrderRef,
    work: (tx: Tx, locked: LockedOrder) => Promise<OrderChange> | OrderChange,
  ): Promise<OrderDetails> {
    return this.database.transaction(async (tx) => {
      const locked = await this.locks.acquireOpen(tx, ctx, ref);
      await ctx.idempotency.claim(tx);
      await this.totals.run(tx, locked, await work(tx, locked));
      return getOrThrow(await storeResponse(ctx, tx, { value: await this.reader.reload(tx, locked.order) }));
    });
  }
}
