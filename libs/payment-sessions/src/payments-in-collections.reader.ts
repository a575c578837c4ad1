import { Injectable } from '@nestjs/common';
import type { Page, PageAsked, RequestContext } from '@tandem/context';
import {
  PaymentsReader,
  type PaymentFilters,
  type PaymentHistory,
  type PaymentOrderField,
  type PaymentRef,
} from '@tandem/payments';
import type { CollectionDetails, PaymentInCollection } from './payment-session';
import { PaymentSessionsReader } from './payment-sessions.reader';

/** Payments for the store's own people, each in the collection it pays (Medusa's admin). */
@Injectable()
export class PaymentsInCollections {
  constructor(
    private readonly payments: PaymentsReader,
    private readonly sessions: PaymentSessionsReader,
  ) {}

  /** One statement for each kind of thing, however many payments. */
  async page(
    ctx: RequestContext,
    filters: PaymentFilters,
    asked: PageAsked<PaymentOrderField>,
  ): Promise<Page<PaymentInCollection>> {
    const { items, count } = await this.payments.page(ctx, filters, asked);
    return { items: await this.within(ctx, items), count };
  }

  /** @throws PaymentNotFound */
  async get(ctx: RequestContext, ref: PaymentRef): Promise<PaymentInCollection> {
    const history = await this.payments.read(ctx, ref);
    const [found] = await this.within(ctx, [history]);
    return found ?? { history, within: null };
  }

  private async within(
    ctx: RequestContext,
    histories: readonly PaymentHistory[],
  ): Promise<PaymentInCollection[]> {
    const ids = [...new Set(histories.map(({ payment }) => payment.collectionId))];
    const found = new Map<string, CollectionDetails>();
    for (const details of await this.sessions.collections(ctx.storeId, ids)) {
      found.set(details.collection.id, details);
    }
    return histories.map((history) => ({
      history,
      within: found.get(history.payment.collectionId) ?? null,
    }));
  }
}
