import { Injectable } from '@nestjs/common';
import { answer, unwrap, type RequestContext } from '@tandem/context';
import { Database, type Tx } from '@tandem/database';
import type { OrderRef } from '@tandem/orders';
import { KeepTotals, type OrderChange } from '../credit/keep-totals';
import type { OrderDetails } from '../order-details';
import { OrderDetailsReader } from '../order-details.reader';
import { OrderLocks, type HeldOrder } from '../order-locks';

/** What every change of an open order shares: the locks, the key, the totals, the answer. */
@Injectable()
export class ChangeOpenOrder {
  constructor(
    private readonly database: Database,
    private readonly locks: OrderLocks,
    private readonly totals: KeepTotals,
    private readonly reader: OrderDetailsReader,
  ) {}

  /** `work` changes its credit, or says what else changes. @throws OrderNotFound, OrderNotOpen, PaidForMore */
  run(
    ctx: RequestContext,
    ref: OrderRef,
    work: (tx: Tx, held: HeldOrder) => Promise<OrderChange> | OrderChange,
  ): Promise<OrderDetails> {
    return this.database.transaction(async (tx) => {
      const held = await this.locks.takeOpen(tx, ctx, ref);
      await ctx.idempotency.claim(tx);
      await this.totals.run(tx, held, await work(tx, held));
      return unwrap(await answer(ctx, tx, { value: await this.reader.again(tx, held.order) }));
    });
  }
}
