import { Injectable } from '@nestjs/common';
import { answer, unwrap, type RequestContext, type Settled } from '@tandem/context';
import { Database, type Tx } from '@tandem/database';
import { OrderNotOpen, PlacementsRepository, type Order, type OrderRef } from '@tandem/orders';
import { covered, dueOf } from '@tandem/payment-collections';
import { CannotPlace } from './checkout.errors';
import { OrderDetailsReader, type OrderDetails } from './order-details.reader';
import { OrderLocks, type HeldOrder } from './order-locks';
import { isCovered, Placement } from './placement';
import { requirementsOf } from './requirements';

/**
 * Places an order that is paid for (Spree: the client completes its sessions first):
 * - placed before: the same order again, so that two at once place one;
 * - store credit, gift card and payments together cover the total, or nothing changes and the answer says why;
 * - a payment is on its way: refused, and whoever learns of its outcome places the order.
 * @throws OrderNotFound, OrderNotOpen, CannotPlace
 */
@Injectable()
export class PlaceOrder {
  constructor(
    private readonly database: Database,
    private readonly locks: OrderLocks,
    private readonly placement: Placement,
    private readonly reader: OrderDetailsReader,
    private readonly placements: PlacementsRepository,
  ) {}

  async run(ctx: RequestContext, ref: OrderRef | null): Promise<OrderDetails> {
    const settled = await this.database.transaction(async (tx) => {
      const held = await this.locks.take(tx, ctx, ref);
      await ctx.idempotency.claim(tx);
      if (held.order.state === 'canceled') throw new OrderNotOpen(held.order.state);
      return answer(ctx, tx, await this.place(tx, held));
    });
    return unwrap(settled);
  }

  private async place(tx: Tx, held: HeldOrder): Promise<Settled<OrderDetails>> {
    const { order, collection } = held;
    if (order.state === 'open') {
      refuseWhileMissing(order);
      if (!isCovered(held) && collection.reserved.isPositive()) {
        await this.placements.request(tx, order);
        return { refusal: new CannotPlace('A payment is still being processed') };
      }
      refuseUnlessCovered(held);
      await this.placement.place(tx, held);
    }
    return { value: await this.reader.again(tx, order) };
  }
}

function refuseWhileMissing(order: Order): void {
  const [missing] = requirementsOf(order);
  if (missing) throw new CannotPlace(missing.message);
}

function refuseUnlessCovered(held: HeldOrder): void {
  const { order, collection } = held;
  if (isCovered(held)) return;
  if (!covered(collection).isPositive()) throw new CannotPlace('No payment found');
  throw new CannotPlace(`${dueOf(order, [collection]).payable.toDecimal()} is still to be paid`);
}
