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
  type PaymentFilters,
  type PaymentHistory,
  type PaymentOrderField,
  type PaymentRef,
} from '@tandem/payments';
import type { PaymentInCollection } from './payment-session';
import { PaymentSessionsReader } from './payment-sessions.reader';

/** Payments for staff, each with the collection it pays (Medusa's admin). */
@Injectable()
export class PaymentsInCollections {
  constructor(
    private readonly payments: PaymentsReader,
    private readonly sessions: PaymentSessionsReader,
  ) {}

  /** One statement per table, however many payments. */
  async findPage(
    ctx: RequestContext,
    filters: PaymentFilters,
    requested: PageRequest<PaymentOrderField>,
  ): Promise<Page<PaymentInCollection>> {
    const { items, count } = await this.payments.findPage(ctx, filters, requested);
    return { items: await this.within(ctx.storeId, items), count };
  }

  /** @throws PaymentNotFound */
  async get(ctx: RequestContext, ref: PaymentRef): Promise<PaymentInCollection> {
    return this.attach(await this.payments.read(ctx, ref));
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
    const [found] = await this.within(history.payment.storeId, [history], on);
    if (!found) throw new Error(`payment ${history.payment.id} has no collection`);
    return found;
  }

  private async within<History extends PaymentHistory>(
    storeId: string,
    histories: readonly History[],
    on?: Queryable,
  ): Promise<PaymentInCollection<History>[]> {
    const ids = [...new Set(histories.map(({ payment }) => payment.collectionId))];
    const collections = await this.sessions.collections(storeId, ids, on);
    const byId = new Map(collections.map((details) => [details.collection.id, details]));
    return histories.flatMap((history) => {
      const within = byId.get(history.payment.collectionId);
      return within ? [{ history, within }] : [];
    });
  }
}
