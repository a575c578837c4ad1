import { Injectable } from '@nestjs/common';
import { answer, unwrap, type RequestContext } from '@tandem/context';
import { Database, type Tx } from '@tandem/database';
import type { OrderRef } from '@tandem/orders';
import { CannotAdvance, CannotPlace } from '../checkout.errors';
import { KeepTotals } from '../credit/keep-totals';
import type { OrderDetails } from '../order-details';
import { OrderDetailsReader } from '../order-details.reader';
import { OrderLocks, type HeldOrder } from '../order-locks';
import { PlaceOrder } from '../place-order/place-order';
import { requirementsOf } from './requirements';

/**
 * Takes an open order a step further: from a cart that is filled to one that can be paid, and from there, where `to` is
 * 'next', to its placing. @throws OrderNotFound, OrderNotOpen, CannotAdvance
 */
@Injectable()
export class AdvanceOrder {
  constructor(
    private readonly database: Database,
    private readonly locks: OrderLocks,
    private readonly totals: KeepTotals,
    private readonly placeOrder: PlaceOrder,
    private readonly reader: OrderDetailsReader,
  ) {}

  /** `advance` goes as far as it can without placing the order (Spree: up to the confirmation). */
  async run(ctx: RequestContext, ref: OrderRef, to: 'next' | 'advance'): Promise<OrderDetails> {
    const advanced = await this.database.transaction(async (tx) => {
      const held = await this.locks.takeOpen(tx, ctx, ref);
      if (held.order.step === 'payment' && to === 'next') return null;
      await ctx.idempotency.claim(tx);
      await this.toPayment(tx, held);
      return unwrap(await answer(ctx, tx, { value: await this.reader.again(tx, held.order) }));
    });
    return advanced ?? this.place(ctx, ref);
  }

  private async toPayment(tx: Tx, held: HeldOrder): Promise<void> {
    if (held.order.step === 'payment') return;
    const [missing] = requirementsOf(held.order);
    if (missing) throw new CannotAdvance(missing.message);
    await this.totals.run(tx, held, { details: { step: 'payment' } });
  }

  private async place(ctx: RequestContext, ref: OrderRef): Promise<OrderDetails> {
    try {
      return await this.placeOrder.run(ctx, ref);
    } catch (error) {
      throw error instanceof CannotPlace ? new CannotAdvance(error.message) : error;
    }
  }
}
