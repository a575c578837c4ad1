import { Injectable } from '@nestjs/common';
import { storeResponse, orThrow, type RequestContext } from '@tandem/context';
import { Database } from '@tandem/database';
import type { OrderRef } from '@tandem/orders';
import { CancelOrderStep } from '../cancel-order/cancel-order-step';
import { CancelSessionsOf } from '../cancel-order/cancel-sessions-of';
import { OrderLocks } from '../order-locks';

/** Gives a cart up: its credit is the customer's again. Not one with payments. @throws OrderNotFound, OrderNotOpen, CartHasPayments */
@Injectable()
export class AbandonCart {
  constructor(
    private readonly database: Database,
    private readonly locks: OrderLocks,
    private readonly attempts: CancelSessionsOf,
    private readonly cancelStep: CancelOrderStep,
  ) {}

  run(ctx: RequestContext, ref: OrderRef): Promise<null> {
    return this.database.transaction(async (tx) => {
      const locked = await this.locks.acquireOpen(tx, ctx, ref);
      await ctx.idempotency.claim(tx);
      await this.attempts.run(tx, locked);
      await this.cancelStep.close(tx, locked.order, [locked.collection]);
      return orThrow(await storeResponse(ctx, tx, { value: null }));
    });
  }
}
