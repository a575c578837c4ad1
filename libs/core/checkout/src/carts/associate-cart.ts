import { Injectable } from '@nestjs/common';
import { CustomersReader, type Customer } from '@tandem/customers';
import { storeResponse, getOrThrow, type RequestContext } from '@tandem/context';
import { Database, type Tx } from '@tandem/database';
import { OrderNotFound, type OrderRef } from '@tandem/orders';
import { CancelSessionsOf } from '../cancel-order/cancel-sessions-of';
import { RecalculateTotals } from '../credit/recalculate-totals';
import type { OrderDetails } from '../order-details';
import { OrderDetailsReader } from '../order-details.reader';
import { OrderLocks, type LockedOrder } from '../order-locks';
import { cartToClaim, refuseUnlessClaimable } from './cart-ownership';

/**
 * Assigns an open cart to the logged-in customer: the cart of the order token or, where the id is enough for a guest's cart
 * (Medusa), the cart in the path. It must have no owner, or be theirs already. Someone else may know the id, so a guest's open
 * sessions are canceled and a cart with payments is refused. @throws OrderNotFound, OrderNotOpen, CartHasPayments
 */
@Injectable()
export class AssociateCart {
  constructor(
    private readonly database: Database,
    private readonly customers: CustomersReader,
    private readonly locks: OrderLocks,
    private readonly cancelSessions: CancelSessionsOf,
    private readonly totals: RecalculateTotals,
    private readonly reader: OrderDetailsReader,
  ) {}

  /** `ref` is the cart in the path, if any. `email` says what happens to the email that a guest entered. */
  async run(ctx: RequestContext, ref?: OrderRef, email: 'keep' | 'replace' = 'keep'): Promise<OrderDetails> {
    const { customerId } = ctx.caller.scope;
    const orderId = cartToClaim(ctx.caller, ref);
    const customer = customerId === null ? null : await this.customers.find(ctx.storeId, customerId);
    if (customer === null) throw new OrderNotFound();
    return this.database.transaction(async (tx) => {
      const locked = await this.assignTo(tx, ctx, orderId, customer);
      const { order } = locked;
      await ctx.idempotency.claim(tx);
      if (ctx.caller.scope.guestCarts && order.customerId === null) await this.cancelSessions.run(tx, locked);
      const guestEmail = email === 'keep' || order.customerId === customer.id ? order.email : null;
      const details = { customerId: customer.id, email: guestEmail ?? customer.email };
      await this.totals.run(tx, locked, { details });
      return getOrThrow(await storeResponse(ctx, tx, { value: await this.reader.reload(tx, order) }));
    });
  }

  private async assignTo(tx: Tx, ctx: RequestContext, id: string, customer: Customer): Promise<LockedOrder> {
    const scope = { ...ctx.caller.scope, orderId: id };
    const locked = await this.locks.acquire(tx, ctx, { id }, scope);
    refuseUnlessClaimable(locked.order, customer.id, ctx.caller);
    return locked;
  }
}
