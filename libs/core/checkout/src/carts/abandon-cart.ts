import { Injectable } from '@nestjs/common';
import { answer, unwrap, type RequestContext } from '@tandem/context';
import { Database } from '@tandem/database';
import type { OrderRef } from '@tandem/orders';
import { Closing } from '../cancel-order/closing';
import { EndAttempts } from '../cancel-order/end-attempts';
import { OrderLocks } from '../order-locks';

/** Gives a cart up: its credit is the customer's again. Not one with payments. @throws OrderNotFound, OrderNotOpen, CartHasPayments */
@Injectable()
export class AbandonCart {
  constructor(
    private readonly database: Database,
    private readonly locks: OrderLocks,
    private readonly attempts: EndAttempts,
    private readonly closing: Closing,
  ) {}

  run(ctx: RequestContext, ref: OrderRef): Promise<null> {
    return this.database.transaction(async (tx) => {
      const held = await this.locks.takeOpen(tx, ctx, ref);
      await ctx.idempotency.claim(tx);
      await this.attempts.run(tx, held);
      await this.closing.close(tx, held.order, [held.collection]);
      return unwrap(await answer(ctx, tx, { value: null }));
    });
  }
}
