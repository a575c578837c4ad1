import { Injectable } from '@nestjs/common';
import { storeResponse, getOrThrow, type RequestContext } from '@tandem/context';
import { Database } from '@tandem/database';
import type { OrderRef } from '@tandem/orders';
import { CancelOrderStep } from '../cancel-order/cancel-order-step';
import { CancelSessionsOf } from '../cancel-order/cancel-sessions-of';
import { OrderLocks } from '../order-locks';

/** Cancels a cart without payments and returns its credit to the customer. @throws OrderNotFound, OrderNotOpen, CartHasPayments */
@Injectable()
export class AbandonCart {
  constructor(
    private readonly database: Database,
    private readonly locks: OrderLocks,
    private readonly cancelSessions: CancelSessionsOf,
    private readonly cancelStep: CancelOrderStep,
  ) {}

  run(ctx: RequestContext, ref: OrderRef): Promise<null> {
    return this.database.transaction(async (tx) => {
      const locked = await this.locks.acquireOpen(tx, ctx, ref);
      await ctx.idempotency.claim(tx);
      await this.cancelSessions.run(tx, locked);
      await this.cancelStep.close(tx, locked.order);
      return getOrThrow(await storeResponse(ctx, tx, { value: null }));
    });
  }
}
