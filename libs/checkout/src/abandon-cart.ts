import { Injectable } from '@nestjs/common';
import { answer, unwrap, type RequestContext } from '@tandem/context';
import { Database } from '@tandem/database';
import { OrdersRepository, type OrderRef } from '@tandem/orders';
import { OrderCredit } from '@tandem/store-credits';
import { EndAttempts } from './end-attempts';
import { OrderLocks } from './order-locks';

/** Gives a cart up: its credit is the customer's again. Not one with payments. @throws OrderNotFound, OrderNotOpen, CartHasPayments */
@Injectable()
export class AbandonCart {
  constructor(
    private readonly database: Database,
    private readonly locks: OrderLocks,
    private readonly orders: OrdersRepository,
    private readonly attempts: EndAttempts,
    private readonly credit: OrderCredit,
  ) {}

  run(ctx: RequestContext, ref: OrderRef | null): Promise<null> {
    return this.database.transaction(async (tx) => {
      const held = await this.locks.takeOpen(tx, ctx, ref);
      const { order } = held;
      await ctx.idempotency.claim(tx);
      await this.attempts.run(tx, held);
      await this.orders.cancel(tx, order);
      await this.credit.giveBack(tx, order);
      return unwrap(await answer(ctx, tx, { value: null }));
    });
  }
}
