import { Injectable } from '@nestjs/common';
import { answer, unwrap, type RequestContext } from '@tandem/context';
import { Database } from '@tandem/database';
import type { OrderRef } from '@tandem/orders';
import { OrderCredit } from '@tandem/store-credits';
import { KeepTotals } from './keep-totals';
import { OrderDetailsReader, type OrderDetails } from './order-details.reader';
import { OrderLocks } from './order-locks';

/** Takes all store credit off an open order; the customer has it back. @throws OrderNotFound, OrderNotOpen */
@Injectable()
export class RemoveStoreCredit {
  constructor(
    private readonly database: Database,
    private readonly locks: OrderLocks,
    private readonly credit: OrderCredit,
    private readonly totals: KeepTotals,
    private readonly reader: OrderDetailsReader,
  ) {}

  run(ctx: RequestContext, ref: OrderRef | null): Promise<OrderDetails> {
    return this.database.transaction(async (tx) => {
      const held = await this.locks.takeOpen(tx, ctx, ref);
      await ctx.idempotency.claim(tx);
      await this.credit.release(tx, held.order, 'store_credit');
      await this.totals.run(tx, held);
      return unwrap(await answer(ctx, tx, { value: await this.reader.again(tx, held.order) }));
    });
  }
}
