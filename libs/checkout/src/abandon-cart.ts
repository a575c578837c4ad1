import { Injectable } from '@nestjs/common';
import { answer, unwrap, type RequestContext } from '@tandem/context';
import { Database } from '@tandem/database';
import type { OrderRef } from '@tandem/orders';
import { covered } from '@tandem/payment-collections';
import { CartHasPayments } from './checkout.errors';
import { Closing } from './closing';
import { OrderLocks } from './order-locks';

/** Gives a cart up: its credit is the customer's again. Not one with payments. @throws OrderNotFound, OrderNotOpen, CartHasPayments */
@Injectable()
export class AbandonCart {
  constructor(
    private readonly database: Database,
    private readonly locks: OrderLocks,
    private readonly closing: Closing,
  ) {}

  run(ctx: RequestContext, ref: OrderRef | null): Promise<null> {
    return this.database.transaction(async (tx) => {
      const { order, collection } = await this.locks.takeOpen(tx, ctx, ref);
      await ctx.idempotency.claim(tx);
      if (covered(collection).plus(collection.reserved).isPositive()) throw new CartHasPayments();
      await this.closing.close(tx, order, [collection]);
      return unwrap(await answer(ctx, tx, { value: null }));
    });
  }
}
