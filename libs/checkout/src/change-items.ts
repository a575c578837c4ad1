import { Injectable } from '@nestjs/common';
import { answer, unwrap, type RequestContext } from '@tandem/context';
import { Database, type Tx } from '@tandem/database';
import { LineItemNotFound, OrderNotFound, type ItemToSave, type Order, type OrderRef } from '@tandem/orders';
import { KeepTotals } from './keep-totals';
import { OrderDetailsReader, type OrderDetails } from './order-details.reader';
import { OrderLocks } from './order-locks';

/** What every change of an order's lines shares: the locks, the key, the totals, the answer. */
@Injectable()
export class ChangeItems {
  constructor(
    private readonly database: Database,
    private readonly locks: OrderLocks,
    private readonly totals: KeepTotals,
    private readonly reader: OrderDetailsReader,
  ) {}

  /** `lines` makes the new lines of the old ones. @throws OrderNotFound, OrderNotOpen, PaidForMore */
  run(
    ctx: RequestContext,
    ref: OrderRef | null,
    lines: (tx: Tx, order: Order) => Promise<ItemToSave[]> | ItemToSave[],
  ): Promise<OrderDetails> {
    if (ref === null) throw new OrderNotFound();
    return this.database.transaction(async (tx) => {
      const held = await this.locks.takeOpen(tx, ctx, ref);
      await ctx.idempotency.claim(tx);
      await this.totals.run(tx, held, { items: await lines(tx, held.order) });
      const value = await this.reader.again(tx, held.order);
      return unwrap(await answer(ctx, tx, { value }));
    });
  }
}

/** The line of an order with this id (UUID, null for an id of no known form). @throws LineItemNotFound */
export function lineOf(order: Order, id: string | null): Order['items'][number] {
  const line = order.items.find((item) => item.id === id);
  if (!line) throw new LineItemNotFound();
  return line;
}
