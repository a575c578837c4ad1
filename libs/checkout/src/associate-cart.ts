import { Injectable } from '@nestjs/common';
import { CustomersReader } from '@tandem/accounts';
import { answer, unwrap, type RequestContext } from '@tandem/context';
import { Database } from '@tandem/database';
import { OrderNotFound, OrderNotOpen, type OrderRef } from '@tandem/orders';
import { KeepTotals } from './keep-totals';
import { OrderDetailsReader, type OrderDetails } from './order-details.reader';
import { OrderLocks } from './order-locks';

/**
 * Makes an open cart the logged-in customer's own: the one whose token came along, or, where a guest's cart needs only its
 * id (Medusa), the one that is named. Only an ownerless cart, or one that is theirs already. @throws OrderNotFound, OrderNotOpen
 */
@Injectable()
export class AssociateCart {
  constructor(
    private readonly database: Database,
    private readonly customers: CustomersReader,
    private readonly locks: OrderLocks,
    private readonly totals: KeepTotals,
    private readonly reader: OrderDetailsReader,
  ) {}

  /** `ref` is the cart the path names, left out where it names none. `email` is what becomes of one that a guest gave. */
  async run(
    ctx: RequestContext,
    ref?: OrderRef | null,
    email: 'kept' | 'replaced' = 'kept',
  ): Promise<OrderDetails> {
    const { customerId } = ctx.caller.reach;
    const orderId = heldBy(ctx, ref);
    const customer = customerId === null ? null : await this.customers.find(ctx.storeId, customerId);
    if (customer === null) throw new OrderNotFound();
    return this.database.transaction(async (tx) => {
      const reach = { ...ctx.caller.reach, orderId };
      const held = await this.locks.take(tx, ctx, { id: orderId }, reach);
      const { order } = held;
      if (order.customerId !== null && order.customerId !== customer.id) throw new OrderNotFound();
      if (order.state !== 'open')
        throw reach.guestCarts ? new OrderNotOpen(order.state) : new OrderNotFound();
      await ctx.idempotency.claim(tx);
      const given = email === 'kept' || order.customerId === customer.id ? order.email : null;
      const details = { customerId: customer.id, email: given ?? customer.email };
      await this.totals.run(tx, held, { details });
      return unwrap(await answer(ctx, tx, { value: await this.reader.again(tx, order) }));
    });
  }
}

/** The order the caller may take: whose token came along, if it is the one that is named. @throws OrderNotFound */
function heldBy({ caller }: RequestContext, ref: OrderRef | null | undefined): string {
  const { heldOrderId, reach } = caller;
  const named = ref && 'id' in ref ? ref.id : null;
  if (reach.guestCarts && named !== null) return named;
  const isNamed = ref === undefined || named === heldOrderId;
  if (heldOrderId === null || !isNamed) throw new OrderNotFound();
  return heldOrderId;
}
