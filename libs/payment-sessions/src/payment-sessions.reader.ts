import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@tandem/context';
import { Database, type Queryable } from '@tandem/database';
import { OrderNotFound, OrdersReader, type OrderRef } from '@tandem/orders';
import {
  CollectionNotFound,
  CollectionsRepository,
  type PaymentCollection,
} from '@tandem/payment-collections';
import { PaymentMethodsReader } from '@tandem/payment-methods';
import { PaymentsReader } from '@tandem/payments';
import type { CollectionDetails, PaymentSession, SessionDetails } from './payment-session';
import { PaymentSessionNotFound } from './payment-sessions.errors';
import { PaymentSessionsRepository } from './payment-sessions.repository';

@Injectable()
export class PaymentSessionsReader {
  constructor(
    private readonly database: Database,
    private readonly orders: OrdersReader,
    private readonly methods: PaymentMethodsReader,
    private readonly collections: CollectionsRepository,
    private readonly payments: PaymentsReader,
    private readonly sessions: PaymentSessionsRepository,
  ) {}

  /** A session of one order, both within the caller's reach. @throws OrderNotFound, PaymentSessionNotFound */
  async get(ctx: RequestContext, order: OrderRef | null, id: string | null): Promise<SessionDetails> {
    if (order === null) throw new OrderNotFound();
    const found = id === null ? null : await this.sessions.find(ctx.storeId, id, order, ctx.caller.reach);
    if (found) return found;
    await this.orders.get(ctx, order);
    throw new PaymentSessionNotFound();
  }

  async details(on: Queryable, session: PaymentSession): Promise<SessionDetails> {
    const details = await this.sessions.details(on, session.storeId, session.id);
    if (details === null) throw new PaymentSessionNotFound();
    return details;
  }

  /** The collection of an order with its sessions and payments: one statement for each kind. */
  async collection(storeId: string, id: string, on: Queryable = this.database): Promise<CollectionDetails> {
    const collection = await this.collections.find(storeId, id, on);
    if (collection === null) throw new CollectionNotFound(id);
    return this.collectionDetails(collection, on);
  }

  async collectionDetails(
    collection: PaymentCollection,
    on: Queryable = this.database,
  ): Promise<CollectionDetails> {
    const { storeId, id } = collection;
    const sessions = await this.sessions.ofCollections(on, storeId, [id]);
    const payments = await this.payments.ofCollections(storeId, [id], on);
    return { collection, sessions, payments, providerIds: await this.methods.activeProviders(storeId) };
  }
}
