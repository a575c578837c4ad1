import { Injectable } from '@nestjs/common';
import { answer, unwrap, type RequestContext } from '@tandem/context';
import { Database } from '@tandem/database';
import { OrderNotOpen, type OrderRef } from '@tandem/orders';
import { covered, dueOf } from '@tandem/payment-collections';
import { CannotPlace } from './checkout.errors';
import { OrderDetailsReader, type OrderDetails } from './order-details.reader';
import { OrderLocks, type HeldOrder } from './order-locks';
import { isCovered, Placement } from './placement';
import { requirementsOf } from './requirements';

/**
 * Places an order that is paid for (Spree: the client completes its sessions first):
 * - placed before: the same order again, so that two at once place one;
 * - store credit, gift card and payments together cover the total, or nothing changes and the answer says why.
 * @throws OrderNotFound, OrderNotOpen, CannotPlace
 */
@Injectable()
export class PlaceOrder {
  constructor(
    private readonly database: Database,
    private readonly locks: OrderLocks,
    private readonly placement: Placement,
    private readonly reader: OrderDetailsReader,
  ) {}

  async run(ctx: RequestContext, ref: OrderRef | null): Promise<OrderDetails> {
    return this.database.transaction(async (tx) => {
      const held = await this.locks.take(tx, ctx, ref);
      await ctx.idempotency.claim(tx);
      if (held.order.state === 'canceled') throw new OrderNotOpen(held.order.state);
      if (held.order.state === 'open') {
        refuseUnlessReady(held);
        await this.placement.place(tx, held);
      }
      return unwrap(await answer(ctx, tx, { value: await this.reader.again(tx, held.order) }));
    });
  }
}

function refuseUnlessReady(held: HeldOrder): void {
  const { order, collection } = held;
  const [missing] = requirementsOf(order);
  if (missing) throw new CannotPlace(missing.message);
  if (isCovered(held)) return;
  if (collection.reserved.isPositive()) throw new CannotPlace('A payment is still being processed');
  if (!covered(collection).isPositive()) throw new CannotPlace('No payment found');
  throw new CannotPlace(`${dueOf(order, [collection]).payable.toDecimal()} is still to be paid`);
}
