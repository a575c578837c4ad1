import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@tandem/context';
import { Database, type Queryable } from '@tandem/database';
import { OrdersReader, type OrderRef } from '@tandem/orders';
import {
  CollectionNotFound,
  CollectionsRepository,
  type PaymentCollection,
} from '@tandem/payment-collections';
import { PaymentMethodsReader } from '@tandem/payment-methods';
import { PaymentsReader } from '@tandem/payments';
import type { CollectionDetails, PaymentSession, SessionDetails, SessionRef } from './payment-session';
import { PaymentSessionNotFound } from './payment-sessions.errors';
import { PaymentSessionsRepository } from './payment-sessions.repository';

@Injectable()
export class PaymentSessionsReader {
  constructor(
    private readonly database: Database,
    private readonly orders: OrdersReader,
    private readonly methods: PaymentMethodsReader,
    private readonly repository: CollectionsRepository,
    private readonly payments: PaymentsReader,
    private readonly sessions: PaymentSessionsRepository,
  ) {}

  /** A session of an order that the caller may access. @throws OrderNotFound, PaymentSessionNotFound */
  async get(ctx: RequestContext, order: OrderRef, ref: SessionRef): Promise<SessionDetails> {
    const found = await this.sessions.findByRef(ctx.storeId, ref, order, ctx.caller.scope);
    if (found) return found;
    await this.orders.get(ctx, order);
    throw new PaymentSessionNotFound();
  }

  async details(on: Queryable, session: Pick<PaymentSession, 'storeId' | 'id'>): Promise<SessionDetails> {
    const details = await this.sessions.details(on, session.storeId, session.id);
    if (details === null) throw new PaymentSessionNotFound();
    return details;
  }

  /** A collection with its sessions and payments. @throws CollectionNotFound */
  async collection(storeId: string, id: string, on: Queryable = this.database): Promise<CollectionDetails> {
    const found = await this.repository.findById(storeId, id, on);
    if (found === null) throw new CollectionNotFound(id);
    return this.collectionDetails(found, on);
  }

  /** All collections of some orders with their sessions and payments, oldest first: one statement for each kind. */
  async collectionsOfOrders(
    storeId: string,
    orderIds: readonly string[],
    on: Queryable = this.database,
  ): Promise<CollectionDetails[]> {
    return this.detailsOf(storeId, await this.repository.findByOrders(storeId, orderIds, on), on);
  }

  async collectionDetails(collection: PaymentCollection, on: Queryable): Promise<CollectionDetails> {
    const [details] = await this.detailsOf(collection.storeId, [collection], on);
    if (!details) throw new CollectionNotFound(collection.id);
    return details;
  }

  /** Some collections with their sessions and payments, in no order: one statement for each kind. */
  async collections(
    storeId: string,
    ids: readonly string[],
    on: Queryable = this.database,
  ): Promise<CollectionDetails[]> {
    return this.detailsOf(storeId, await this.repository.findAll(storeId, ids, on), on);
  }

  private async detailsOf(
    storeId: string,
    collections: readonly PaymentCollection[],
    on: Queryable,
  ): Promise<CollectionDetails[]> {
    const ids = collections.map(({ id }) => id);
    if (ids.length === 0) return [];
    const sessions = await this.sessions.ofCollections(on, storeId, ids);
    const payments = await this.payments.findByCollections(storeId, ids, on);
    const providerIds = await this.methods.findVisibleProviders(storeId, on);
    return collections.map((collection) => ({
      collection,
      sessions: sessions.filter(({ collectionId }) => collectionId === collection.id),
      payments: payments.filter(({ payment }) => payment.collectionId === collection.id),
      providerIds,
    }));
  }
}
