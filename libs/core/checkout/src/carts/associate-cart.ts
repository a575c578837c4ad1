import { Injectable } from '@nestjs/common';
import { CustomersReader, type Customer } from '@tandem/customers';
import { storeResponse, orThrow, type RequestContext } from '@tandem/context';
import { Database, type Tx } from '@tandem/database';
import { OrderNotFound, type OrderRef } from '@tandem/orders';
import { CancelSessionsOf } from '../cancel-order/cancel-sessions-of';
import { RecalculateTotals } from '../credit/recalculate-totals';
import type { OrderDetails } from '../order-details';
import { OrderDetailsReader } from '../order-details.reader';
import { OrderLocks, type LockedOrder } from '../order-locks';
import { cartToTake, refuseUnlessGiven } from './cart-ownership';

/**
 * Makes an open cart the logged-in customer's own: the one whose token came along, or, where a guest's cart needs only its
 * id (Medusa), the one that is named. Only an ownerless cart, or one that is theirs already. Its id may have come to a
 * stranger: what a guest is about to pay is never theirs. @throws OrderNotFound, OrderNotOpen, CartHasPayments
 */
@Injectable()
export class AssociateCart {
  constructor(
    private readonly database: Database,
    private readonly customers: CustomersReader,
    private readonly locks: OrderLocks,
    private readonly attempts: CancelSessionsOf,
    private readonly totals: RecalculateTotals,
    private readonly reader: OrderDetailsReader,
  ) {}

  /** `ref` is the cart the path names, left out where it names none. `email` is what becomes of one that a guest gave. */
  async run(ctx: RequestContext, ref?: OrderRef, email: 'kept' | 'replaced' = 'kept'): Promise<OrderDetails> {
    const { customerId } = ctx.caller.scope;
    const orderId = cartToTake(ctx.caller, ref);
    const customer = customerId === null ? null : await this.customers.find(ctx.storeId, customerId);
    if (customer === null) throw new OrderNotFound();
    return this.database.transaction(async (tx) => {
      const locked = await this.assignTo(tx, ctx, orderId, customer);
      const { order } = locked;
      await ctx.idempotency.claim(tx);
      if (ctx.caller.scope.guestCarts && order.customerId === null) await this.attempts.run(tx, locked);
      const given = email === 'kept' || order.customerId === customer.id ? order.email : null;
      const details = { customerId: customer.id, email: given ?? customer.email };
      await this.totals.run(tx, locked, { details });
      return orThrow(await storeResponse(ctx, tx, { value: await this.reader.reload(tx, order) }));
    });
  }

  private async assignTo(tx: Tx, ctx: RequestContext, id: string, customer: Customer): Promise<LockedOrder> {
    const scope = { ...ctx.caller.scope, orderId: id };
    const locked = await this.locks.acquire(tx, ctx, { id }, scope);
    refuseUnlessGiven(locked.order, customer.id, ctx.caller);
    return locked;
  }
}
