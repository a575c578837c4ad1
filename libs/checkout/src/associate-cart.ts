import { Injectable } from '@nestjs/common';
import { CustomersReader } from '@tandem/accounts';
import { answer, unwrap, type RequestContext } from '@tandem/context';
import { Database } from '@tandem/database';
import { OrderNotFound, type OrderRef } from '@tandem/orders';
import { KeepTotals } from './keep-totals';
import { OrderDetailsReader, type OrderDetails } from './order-details.reader';
import { OrderLocks } from './order-locks';

/**
 * Makes the open cart whose token came along the logged-in customer's own. Only an ownerless cart, or one that is theirs
 * already. @throws OrderNotFound
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

  /** `ref` is the cart the path names, left out where it names none. */
  async run(ctx: RequestContext, ref?: OrderRef | null): Promise<OrderDetails> {
    const { customerId } = ctx.caller.reach;
    const orderId = heldBy(ctx, ref);
    const customer = customerId === null ? null : await this.customers.find(ctx.storeId, customerId);
    if (customer === null) throw new OrderNotFound();
    return this.database.transaction(async (tx) => {
      const reach = { ...ctx.caller.reach, orderId };
      const held = await this.locks.take(tx, ctx, { id: orderId }, reach);
      const { order } = held;
      const isTheirs = order.customerId === null || order.customerId === customer.id;
      if (order.state !== 'open' || !isTheirs) throw new OrderNotFound();
      await ctx.idempotency.claim(tx);
      const details = { customerId: customer.id, email: order.email ?? customer.email };
      await this.totals.run(tx, held, { details });
      return unwrap(await answer(ctx, tx, { value: await this.reader.again(tx, order) }));
    });
  }
}

/** The order whose token came along, if it is the one that is named. @throws OrderNotFound */
function heldBy({ caller }: RequestContext, ref: OrderRef | null | undefined): string {
  const { heldOrderId } = caller;
  const isNamed = ref === undefined || (ref !== null && 'id' in ref && ref.id === heldOrderId);
  if (heldOrderId === null || !isNamed) throw new OrderNotFound();
  return heldOrderId;
}
