import { Injectable } from '@nestjs/common';
import { storeResponse, getOrThrow, type RequestContext } from '@tandem/context';
import { Database, type Tx } from '@tandem/database';
import type { OrderRef } from '@tandem/orders';
import { CannotAdvance, CannotPlace } from '../checkout.errors';
import { RecalculateTotals } from '../credit/recalculate-totals';
import type { OrderDetails } from '../order-details';
import { OrderDetailsReader } from '../order-details.reader';
import { OrderLocks, type LockedOrder } from '../order-locks';
import { PlaceOrder } from '../place-order/place-order';
import { requirementsOf } from './requirements';

/**
 * Moves an open order one step on: from cart to payment, and from payment, with 'next', to placed.
 * @throws OrderNotFound, OrderNotOpen, CannotAdvance
 */
@Injectable()
export class AdvanceOrder {
  constructor(
    private readonly database: Database,
    private readonly locks: OrderLocks,
    private readonly totals: RecalculateTotals,
    private readonly placeOrder: PlaceOrder,
    private readonly reader: OrderDetailsReader,
  ) {}

  /** `advance` goes as far as possible without placing the order (Spree: up to the confirmation). */
  async run(ctx: RequestContext, ref: OrderRef, to: 'next' | 'advance'): Promise<OrderDetails> {
    const advanced = await this.database.transaction(async (tx) => {
      const locked = await this.locks.acquireOpen(tx, ctx, ref);
      if (locked.order.step === 'payment' && to === 'next') return null;
      await ctx.idempotency.claim(tx);
      await this.toPayment(tx, locked);
      return getOrThrow(await storeResponse(ctx, tx, { value: await this.reader.reload(tx, locked.order) }));
    });
    return advanced ?? this.place(ctx, ref);
  }

  private async toPayment(tx: Tx, locked: LockedOrder): Promise<void> {
    if (locked.order.step === 'payment') return;
    const [missing] = requirementsOf(locked.order);
    if (missing) throw new CannotAdvance(missing.message);
    await this.totals.run(tx, locked, { details: { step: 'payment' } });
  }

  private async place(ctx: RequestContext, ref: OrderRef): Promise<OrderDetails> {
    try {
      return await this.placeOrder.run(ctx, ref);
    } catch (error) {
      throw error instanceof CannotPlace ? new CannotAdvance(error.message) : error;
    }
  }
}
