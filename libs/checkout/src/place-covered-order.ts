import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@tandem/context';
import type { Tx } from '@tandem/database';
import { OrderLocks } from './order-locks';
import { isCovered, Placement } from './placement';
import { requirementsOf } from './requirements';

/** Places an order whose shopper never came back, once it is covered and lacks nothing; else it stays as it is. */
@Injectable()
export class PlaceCoveredOrder {
  constructor(
    private readonly locks: OrderLocks,
    private readonly placement: Placement,
  ) {}

  /** Within the transaction that has covered it. Whether it was placed now. @throws OrderNotFound */
  async within(tx: Tx, ctx: RequestContext, orderId: string): Promise<boolean> {
    const held = await this.locks.take(tx, ctx, { id: orderId });
    const { order, collection } = held;
    // An order that nothing was ever to be paid for is not placed by a gateway's word.
    const isReady = order.state === 'open' && collection.authorized.isPositive() && isCovered(held);
    if (!isReady || requirementsOf(order).length > 0) return false;
    await this.placement.place(tx, held);
    return true;
  }
}
