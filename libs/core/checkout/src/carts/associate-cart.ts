import { Injectable } from '@nestjs/common';
import { CustomersReader, type Customer } from '@tandem/customers';
import { answer, unwrap, type RequestContext } from '@tandem/context';
import { Database, type Tx } from '@tandem/database';
import { OrderNotFound, type OrderRef } from '@tandem/orders';
import { EndAttempts } from '../cancel-order/end-attempts';
import { KeepTotals } from '../credit/keep-totals';
import type { OrderDetails } from '../order-details';
import { OrderDetailsReader } from '../order-details.reader';
import { OrderLocks, type HeldOrder } from '../order-locks';
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
    private readonly attempts: EndAttempts,
    private readonly totals: KeepTotals,
    private readonly reader: OrderDetailsReader,
  ) {}

  /** `ref` is the cart the path names, left out where it names none. `email` is what becomes of one that a guest gave. */
  async run(ctx: RequestContext, ref?: OrderRef, email: 'kept' | 'replaced' = 'kept'): Promise<OrderDetails> {
    const { customerId } = ctx.caller.reach;
    const orderId = cartToTake(ctx.caller, ref);
    const customer = customerId === null ? null : await this.customers.find(ctx.storeId, customerId);
    if (customer === null) throw new OrderNotFound();
    return this.database.transaction(async (tx) => {
      const held = await this.take(tx, ctx, orderId, customer);
      const { order } = held;
      await ctx.idempotency.claim(tx);
      if (ctx.caller.reach.guestCarts && order.customerId === null) await this.attempts.run(tx, held);
      const given = email === 'kept' || order.customerId === customer.id ? order.email : null;
      const details = { customerId: customer.id, email: given ?? customer.email };
      await this.totals.run(tx, held, { details });
      return unwrap(await answer(ctx, tx, { value: await this.reader.again(tx, order) }));
    });
  }

  private async take(tx: Tx, ctx: RequestContext, id: string, customer: Customer): Promise<HeldOrder> {
    const reach = { ...ctx.caller.reach, orderId: id };
    const held = await this.locks.take(tx, ctx, { id }, reach);
    refuseUnlessGiven(held.order, customer.id, ctx.caller);
    return held;
  }
}
