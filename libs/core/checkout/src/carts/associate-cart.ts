import { Injectable } from '@nestjs/common';
import { CustomersReader, type Customer } from '@tandem/customers';
import { answer, unwrap, type RequestContext } from '@tandem/context';
import { Database, type Tx } from '@tandem/database';
import { OrderNotFound, OrderNotOpen, type OrderRef } from '@tandem/orders';
import { EndAttempts } from '../cancel-order/end-attempts';
import { KeepTotals } from '../credit/keep-totals';
import { OrderDetailsReader, type OrderDetails } from '../order-details.reader';
import { OrderLocks, type HeldOrder } from '../order-locks';

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
    const orderId = heldBy(ctx, ref);
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
    const { customerId, state, idAccess } = held.order;
    if (customerId !== null && customerId !== customer.id) throw new OrderNotFound();
    // The guest's to give: by the token, or by the id of a cart that is all that opens it.
    const isGiven = customerId !== null || idAccess === 'full' || ctx.caller.heldOrderId === id;
    if (!isGiven) throw new OrderNotFound();
    if (state !== 'open') throw reach.guestCarts ? new OrderNotOpen(state) : new OrderNotFound();
    return held;
  }
}

/** The order the caller may take: whose token came along, if it is the one that is named. @throws OrderNotFound */
function heldBy({ caller }: RequestContext, ref: OrderRef | undefined): string {
  const { heldOrderId, reach } = caller;
  const named = ref && 'id' in ref ? ref.id : null;
  if (reach.guestCarts && named !== null) return named;
  const isNamed = ref === undefined || named === heldOrderId;
  if (heldOrderId === null || !isNamed) throw new OrderNotFound();
  return heldOrderId;
}
