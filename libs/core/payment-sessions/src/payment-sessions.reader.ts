import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@tandem/context';
import { Database, type Queryable } from '@tandem/database';
import { OrdersReader, type OrderRef } from '@tandem/orders';
import { CollectionNotFound } from '@tandem/payment-collections';
import { PaymentMethodsReader } from '@tandem/payment-methods';
import { PaymentsReader } from '@tandem/payments';
import { CollectionDetailsRepository } from './collection-details.repository';
import type { CollectionInFull } from './collection-in-full.row';
import type { CollectionDetails, PaymentSession, SessionDetails, SessionRef } from './payment-session';
import { PaymentSessionNotFound } from './payment-sessions.errors';
import { PaymentSessionsRepository } from './payment-sessions.repository';

@Injectable()
export class PaymentSessionsReader {
  constructor(
    private readonly database: Database,
    private readonly orders: OrdersReader,
    private readonly methods: PaymentMethodsReader,
    private readonly payments: PaymentsReader,
    private readonly sessions: PaymentSessionsRepository,
    private readonly inFull: CollectionDetailsRepository,
  ) {}

  /** A session of an order that the caller may access. @throws OrderNotFound, PaymentSessionNotFound */
  async get(ctx: RequestContext, order: OrderRef, ref: SessionRef): Promise<SessionDetails> {
    const found = await this.sessions.findByRef(ctx.storeId, ref, order, ctx.caller.scope);
    if (found) return found;
    await this.orders.getId(ctx, order);
    throw new PaymentSessionNotFound();
  }

  async getDetails(on: Queryable, session: Pick<PaymentSession, 'storeId' | 'id'>): Promise<SessionDetails> {
    const details = await this.sessions.findDetails(on, session.storeId, session.id);
    if (details === null) throw new PaymentSessionNotFound();
    return details;
  }

  /** A collection with its sessions and payments. @throws CollectionNotFound */
  async getCollection(
    storeId: string,
    id: string,
    on: Queryable = this.database,
  ): Promise<CollectionDetails> {
    const found = await this.inFull.findByIds(on, storeId, [id]);
    const [details] = await this.loadDetails(
      storeId,
      found.filter(({ isRemoved }) => !isRemoved),
      on,
    );
    if (!details) throw new CollectionNotFound(id);
    return details;
  }

  /** All collections of some orders with their sessions and payments, oldest first. */
  async findByOrders(
    storeId: string,
    orderIds: readonly string[],
    on: Queryable = this.database,
  ): Promise<CollectionDetails[]> {
    return this.loadDetails(storeId, await this.inFull.findByOrders(on, storeId, orderIds), on);
  }

  /** Some collections with their sessions and payments, in no order. */
  async findCollections(
    storeId: string,
    ids: readonly string[],
    on: Queryable = this.database,
  ): Promise<CollectionDetails[]> {
    return this.loadDetails(storeId, await this.inFull.findByIds(on, storeId, ids), on);
  }

  /** Adds what is not read with a collection: its payments' cards and pending refunds, if any, and the store's providers. */
  async loadDetails(
    storeId: string,
    found: readonly CollectionInFull[],
    on: Queryable = this.database,
  ): Promise<CollectionDetails[]> {
    if (found.length === 0) return [];
    const payments = found.flatMap((one) => one.payments);
    const entries = found.flatMap((one) => one.entries);
    const histories = await this.payments.loadHistories(on, storeId, payments, entries);
    const providerIds = await this.methods.findVisibleProviders(storeId, on);
    return found.map(({ collection, sessions }) => ({
      collection,
      sessions,
      payments: histories.filter(({ payment }) => payment.collectionId === collection.id),
      providerIds,
    }));
  }
}
