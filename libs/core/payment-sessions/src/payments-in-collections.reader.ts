import { Injectable } from '@nestjs/common';
import {
  readerOf,
  type Page,
  type PageRequest,
  type RequestContext,
  type ResponseModel,
} from '@tandem/context';
import type { Queryable } from '@tandem/database';
import {
  PaymentsReader,
  type Payment,
  type PaymentFilters,
  type PaymentHistory,
  type PaymentOrderField,
  type PaymentRef,
} from '@tandem/payments';
import type { CollectionDetails, PaymentInCollection } from './payment-session';
import { PaymentSessionsReader } from './payment-sessions.reader';

/** Payments for staff, each with the collection it pays (Medusa's admin). */
@Injectable()
export class PaymentsInCollections {
  constructor(
    private readonly payments: PaymentsReader,
    private readonly sessions: PaymentSessionsReader,
  ) {}

  /** A fixed number of statements, however many payments. */
  async findPage(
    ctx: RequestContext,
    filters: PaymentFilters,
    requested: PageRequest<PaymentOrderField>,
  ): Promise<Page<PaymentInCollection>> {
    const { items, count } = await this.payments.findPage(ctx, filters, requested);
    return { items: await this.loadAll(ctx.storeId, items), count };
  }

  /** @throws PaymentNotFound */
  async get(ctx: RequestContext, ref: PaymentRef): Promise<PaymentInCollection> {
    const payment = await this.payments.get(ctx, ref);
    const [found] = await this.loadAll(payment.storeId, [payment]);
    if (!found) throw withoutCollection(payment);
    return found;
  }

  /** The response to a change of a payment: the payment in its collection. */
  asResponse<History extends PaymentHistory>(): ResponseModel<History, PaymentInCollection<History>> {
    return readerOf((tx, history) => this.attach(history, tx));
  }

  /** Adds the collection to a payment that was already read. */
  async attach<History extends PaymentHistory>(
    history: History,
    on?: Queryable,
  ): Promise<PaymentInCollection<History>> {
    const { payment } = history;
    const within = (await this.collectionsOf(payment.storeId, [payment], on)).get(payment.collectionId);
    if (!within) throw withoutCollection(payment);
    return { history, within };
  }

  /** A collection is read with the histories of its payments, so they are not read again. */
  private async loadAll(storeId: string, payments: readonly Payment[]): Promise<PaymentInCollection[]> {
    const collections = await this.collectionsOf(storeId, payments);
    return payments.flatMap(({ id, collectionId }) => {
      const within = collections.get(collectionId);
      const history = within?.payments.find(({ payment }) => payment.id === id);
      return within && history ? [{ history, within }] : [];
    });
  }

  private async collectionsOf(
    storeId: string,
    payments: readonly Payment[],
    on?: Queryable,
  ): Promise<ReadonlyMap<string, CollectionDetails>> {
    const ids = [...new Set(payments.map(({ collectionId }) => collectionId))];
    const found = await this.sessions.findCollections(storeId, ids, on);
    return new Map(found.map((details) => [details.collection.id, details]));
  }
}

function withoutCollection({ id }: Payment): Error {
  return new Error(`payment ${id} has no collection`);
}
