import { Injectable } from '@nestjs/common';
import type { Page, PageRequest, RequestContext } from '@tandem/context';
import { Database, type Queryable } from '@tandem/database';
import { OrdersReader, type OrderRef } from '@tandem/orders';
import { PaymentMethodsReader, type PaymentMethod } from '@tandem/payment-methods';
import { SavedMethodsReader, type SavedCard } from '@tandem/customer-vault';
import type { LedgerEntry } from './ledger/ledger-entry';
import { LedgerRepository } from './ledger/ledger.repository';
import type { Payment } from './payment';
import {
  PaymentListsRepository,
  type PaymentFilters,
  type PaymentOrderField,
} from './payment-lists.repository';
import { PaymentNotFound } from './payments.errors';
import { PaymentsRepository } from './payments.repository';
import { PendingRefundsReader } from './refund/pending-refunds.reader';

/** A payment with all its ledger entries, oldest first, followed by refunds that are pending at the gateway. */
export interface PaymentHistory {
  readonly payment: Payment;
  /** The payment method, even if no longer active. */
  readonly method: PaymentMethod;
  /** The saved card it was paid with, even if the customer has removed it since. */
  readonly card: SavedCard | null;
  readonly entries: readonly LedgerEntry[];
}

/** How a caller names a payment: by id (Medusa) or under its order (Spree). */
export interface PaymentRef {
  /** UUID. */
  readonly id: string;
  /** The id as the caller wrote it. */
  readonly publicId: string;
  /** The order it must belong to. */
  readonly order?: OrderRef;
}

@Injectable()
export class PaymentsReader {
  constructor(
    private readonly database: Database,
    private readonly orders: OrdersReader,
    private readonly methods: PaymentMethodsReader,
    private readonly saved: SavedMethodsReader,
    private readonly payments: PaymentsRepository,
    private readonly entries: LedgerRepository,
    private readonly lists: PaymentListsRepository,
    private readonly pending: PendingRefundsReader,
  ) {}

  /** A payment of an order the caller may access; without an order only for staff. @throws PaymentNotFound, OrderNotFound */
  async get(ctx: RequestContext, { id, publicId, order }: PaymentRef): Promise<Payment> {
    const payment = await this.find(ctx, id, order);
    if (payment !== null) return payment;
    if (order !== undefined) await this.orders.getId(ctx, order);
    throw new PaymentNotFound(publicId);
  }

  private find(ctx: RequestContext, id: string, order: OrderRef | undefined): Promise<Payment | null> {
    if (order !== undefined) return this.payments.findInOrder(ctx, id, order);
    return ctx.caller.scope.all ? this.payments.findById(ctx.storeId, id) : Promise.resolve(null);
  }

  /** @throws PaymentNotFound */
  async getHistory(on: Queryable, storeId: string, id: string): Promise<PaymentHistory> {
    const payment = await this.payments.findById(storeId, id, on);
    if (payment === null) throw new PaymentNotFound(id);
    return this.loadHistory(on, payment);
  }

  /** The history of a payment that was just read or written on `on`; `entries` if already read. */
  async loadHistory(
    on: Queryable,
    payment: Payment,
    entries?: readonly LedgerEntry[],
  ): Promise<PaymentHistory> {
    const [history] = await this.loadHistories(on, payment.storeId, [payment], entries);
    if (!history) throw new PaymentNotFound(payment.id);
    return history;
  }

  /** The store's payments that match the filters; empty for callers other than staff. */
  findPage(
    ctx: RequestContext,
    filters: PaymentFilters,
    requested: PageRequest<PaymentOrderField>,
  ): Promise<Page<Payment>> {
    if (!ctx.caller.scope.all) return Promise.resolve({ items: [], count: 0 });
    return this.lists.findPage(ctx.storeId, filters, requested);
  }

  /** All payments of some collections with their entries, in a fixed number of statements. */
  async findByCollections(
    storeId: string,
    collectionIds: readonly string[],
    on: Queryable = this.database,
  ): Promise<PaymentHistory[]> {
    return this.loadHistories(on, storeId, await this.payments.findByCollections(on, storeId, collectionIds));
  }

  /** The histories of payments that were just read; `loaded`: with their entries. One statement per table, however many payments. */
  async loadHistories(
    on: Queryable,
    storeId: string,
    payments: readonly Payment[],
    loaded?: readonly LedgerEntry[],
  ): Promise<PaymentHistory[]> {
    const ids = payments.map(({ id }) => id);
    const stored = loaded ?? (await this.entries.findByPayments(on, storeId, ids));
    const entries = [...stored, ...(await this.pending.findByPayments(on, storeId, payments))];
    const cardIds = payments.flatMap(({ cardId }) => cardId ?? []);
    const cards = await this.saved.findCardsById(storeId, cardIds, on);
    const histories: PaymentHistory[] = [];
    for (const payment of payments) {
      // Cached for a second. One after the other, so that the methods are read at most once.
      const method = await this.methods.getIncludingRemoved(storeId, payment.paymentMethodId, on);
      const card = cards.get(payment.cardId ?? '') ?? null;
      const own = entries.filter(({ paymentId }) => paymentId === payment.id);
      histories.push({ payment, method, card, entries: own });
    }
    return histories;
  }
}
