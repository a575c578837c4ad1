import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@tandem/context';
import type { Tx } from '@tandem/database';
import { OrdersRepository, type Order } from '@tandem/orders';
import { CollectionsRepository, type PaymentCollection, type PricedOrder } from '@tandem/payment-collections';
import type { PaymentSession } from './payment-session';
import { PaymentSessionNotFound } from './payment-sessions.errors';
import { PaymentSessionsRepository } from './payment-sessions.repository';

/** What an authorization needs of its order. */
export type PayableOrder = PricedOrder & Pick<Order, 'storeId' | 'id' | 'placementDueAt'>;

/** A locked session with its locked order and collection. */
export interface LockedSession<OfOrder extends PayableOrder = PayableOrder> {
  readonly order: OfOrder;
  readonly collection: PaymentCollection;
  readonly session: PaymentSession;
}

/** The ids of a session, its order and its collection. */
export type SessionPlace = Pick<PaymentSession, 'storeId' | 'orderId' | 'collectionId' | 'id'>;

/** Takes the locks to change a session, always in the same order to avoid deadlocks: order, collection, session. */
@Injectable()
export class SessionLocks {
  constructor(
    private readonly orders: OrdersRepository,
    private readonly collections: CollectionsRepository,
    private readonly sessions: PaymentSessionsRepository,
  ) {}

  /** @throws PaymentSessionNotFound */
  async acquire(tx: Tx, ctx: RequestContext, found: SessionPlace): Promise<LockedSession<Order>> {
    // Sent together, and locked in this order.
    const [order, collection, session] = await Promise.all([
      this.orders.lockForUpdate(tx, ctx.storeId, found.orderId, ctx.caller.scope),
      this.collections.lockForUpdate(tx, ctx.storeId, found.collectionId),
      this.sessions.lockForUpdate(tx, ctx.storeId, found.id),
    ]);
    if (!order || !collection || !session) throw new PaymentSessionNotFound();
    return { order, collection, session };
  }

  /** For a session inserted by this transaction, which has already locked the collection. @throws PaymentSessionNotFound */
  async acquireNew(tx: Tx, order: Order, id: string): Promise<LockedSession> {
    const { storeId } = order;
    // Read again: the statement that inserted the session changed the collection and set the session's amount.
    const collection = await this.collections.lockForUpdate(tx, storeId, order.id);
    const session = await this.sessions.lockForUpdate(tx, storeId, id);
    if (!collection || !session) throw new PaymentSessionNotFound();
    return { order, collection, session };
  }
}
