import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@tandem/context';
import { Database, type Tx } from '@tandem/database';
import { PlacementsRepository, type Order } from '@tandem/orders';
import { OrderLocks, type OrderToPlace } from '../order-locks';
import { PlaceOrderStep } from './place-order-step';
import { decidePlacement, type PlaceDecision } from './placement-rule';

/**
 * What whoever learns of money for an order does about it: a gateway's event, the late look-up, an operator, the worker. It is
 * placed, once, where the rule says so (placement-rule.ts); else it is noted what keeps it, for an operator to see.
 */
@Injectable()
export class PlaceCoveredOrder {
  constructor(
    private readonly database: Database,
    private readonly locks: OrderLocks,
    private readonly placeStep: PlaceOrderStep,
    private readonly placements: PlacementsRepository,
  ) {}

  /** Before the locks of a collection, a session or a payment: every transaction takes the order's first. @throws OrderNotFound */
  async lockOrder(tx: Tx, ctx: RequestContext, orderId: string): Promise<void> {
    await this.locks.lockOrder(tx, ctx, orderId);
  }

  /** Within the transaction that has covered it, by somebody who is not its shopper. @throws OrderNotFound */
  async within(tx: Tx, ctx: RequestContext, orderId: string): Promise<void> {
    const locked = await this.locks.acquireOpenToPlace(tx, ctx, orderId);
    if (locked !== null) await this.settle(tx, locked, true);
  }

  /** Within a transaction that has settled something else: it is placed only where somebody has asked. @throws OrderNotFound */
  async lookWithin(tx: Tx, ctx: RequestContext, orderId: string): Promise<void> {
    const locked = await this.locks.acquireOpenToPlace(tx, ctx, orderId);
    if (locked !== null) await this.settle(tx, locked, locked.order.placementRequestedAt !== null);
  }

  /** Within a transaction that has settled a refund or a void: an order that was to be placed has waited for it. @throws OrderNotFound */
  async retryPlacement(tx: Tx, ctx: RequestContext, orderId: string): Promise<void> {
    const locked = await this.locks.acquireOpenToPlace(tx, ctx, orderId);
    if (locked !== null && locked.order.placementRequestedAt !== null) await this.settle(tx, locked, true);
  }

  /** In a transaction of its own: after an operator's act, which has asked for it. */
  run(ctx: RequestContext, orderId: string): Promise<void> {
    return this.database.transaction((tx) => this.within(tx, ctx, orderId));
  }

  /** The same for an order whose time to be looked at has come: it is asked for only where somebody has asked. */
  look(ctx: RequestContext, orderId: string): Promise<void> {
    return this.database.transaction((tx) => this.lookWithin(tx, ctx, orderId));
  }

  /** What an operator does about an order's money, and then, unless it is known to be placed (null), the order, if that has covered it. */
  async after<T>(ctx: RequestContext, work: Promise<T>, orderOf: (result: T) => string | null): Promise<T> {
    const result = await work;
    const orderId = orderOf(result);
    if (orderId !== null) await this.run(ctx, orderId);
    return result;
  }

  private async settle(tx: Tx, locked: OrderToPlace, isRequested: boolean): Promise<void> {
    const { order } = locked;
    const placing = decidePlacement(locked, isRequested);
    switch (placing.is) {
      case 'place':
        return this.placeStep.place(tx, locked);
      case 'forget':
        if (order.placementDueAt !== null) await this.placements.forget(tx, order);
        return;
      case 'wait':
      case 'keep':
        // What it lacks may come, and what it waits for tells nobody: then it is placed as it was to be.
        if (isRequested && order.placementRequestedAt === null) await this.placements.request(tx, order);
        return this.note(tx, order, placing);
    }
  }

  private async note(tx: Tx, order: Order, placing: PlaceDecision): Promise<void> {
    if (placing.is !== 'keep' || placing.problem === order.placementProblem) return;
    await this.placements.note(tx, order, placing.problem);
  }
}
