import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@tandem/context';
import { Database, type Tx } from '@tandem/database';
import { PlacementsRepository, type Order } from '@tandem/orders';
import { OrderLocks, type OrderToPlace } from '../order-locks';
import { PlaceOrderStep } from './place-order-step';
import { decidePlacement, type PlaceDecision } from './placement-rule';

/**
 * Places an order after a webhook event, the resolver, an operator or the worker settled a payment for it. placement-rule.ts
 * decides; if the order cannot be placed, stores the reason for an operator.
 */
@Injectable()
export class PlaceCoveredOrder {
  constructor(
    private readonly database: Database,
    private readonly locks: OrderLocks,
    private readonly placeStep: PlaceOrderStep,
    private readonly placements: PlacementsRepository,
  ) {}

  /** Call before locking a collection, a session or a payment: every transaction locks the order first. @throws OrderNotFound */
  async lockOrder(tx: Tx, ctx: RequestContext, orderId: string): Promise<void> {
    await this.locks.lockOrder(tx, ctx, orderId);
  }

  /** For the transaction that settled the payment, when the caller is not the shopper. @throws OrderNotFound */
  async placeInTransaction(tx: Tx, ctx: RequestContext, orderId: string): Promise<void> {
    const locked = await this.locks.acquireOpenToPlace(tx, ctx, orderId);
    if (locked !== null) await this.settle(tx, locked, true);
  }

  /** For a transaction that settled something else: places the order only if placement was requested. @throws OrderNotFound */
  async reviewInTransaction(tx: Tx, ctx: RequestContext, orderId: string): Promise<void> {
    const locked = await this.locks.acquireOpenToPlace(tx, ctx, orderId);
    if (locked !== null) await this.settle(tx, locked, locked.order.placementRequestedAt !== null);
  }

  /** For a transaction that settled a refund or a void: a requested placement may have waited for it. @throws OrderNotFound */
  async retryPlacement(tx: Tx, ctx: RequestContext, orderId: string): Promise<void> {
    const locked = await this.locks.acquireOpenToPlace(tx, ctx, orderId);
    if (locked !== null && locked.order.placementRequestedAt !== null) await this.settle(tx, locked, true);
  }

  /** In its own transaction, after an operator's action; that counts as a request to place the order. */
  run(ctx: RequestContext, orderId: string): Promise<void> {
    return this.database.transaction((tx) => this.placeInTransaction(tx, ctx, orderId));
  }

  /** For a due order, in its own transaction: places it only if placement was requested. */
  reviewOrder(ctx: RequestContext, orderId: string): Promise<void> {
    return this.database.transaction((tx) => this.reviewInTransaction(tx, ctx, orderId));
  }

  /** Waits for an operator's action, then places its order if that is covered now. `orderOf` returns null if it is already placed. */
  async placeAfter<T>(
    ctx: RequestContext,
    work: Promise<T>,
    orderOf: (result: T) => string | null,
  ): Promise<T> {
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
        await this.placeStep.place(tx, locked);
        return;
      case 'forget':
        if (order.placementDueAt !== null) await this.placements.cancelRequest(tx, order);
        return;
      case 'wait':
      case 'keep':
        // Remember the request: what the order still lacks may arrive without an event, and the worker places it then.
        if (isRequested && order.placementRequestedAt === null)
          await this.placements.requestPlacement(tx, order);
        return this.storeProblem(tx, order, placing);
    }
  }

  private async storeProblem(tx: Tx, order: Order, placing: PlaceDecision): Promise<void> {
    if (placing.is !== 'keep' || placing.problem === order.placementProblem) return;
    await this.placements.storeProblem(tx, order, placing.problem);
  }
}
