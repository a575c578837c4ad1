import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@tandem/context';
import { Database, type Queryable } from '@tandem/database';
import type { LedgerEntry } from './ledger-entry';
import { LedgerRepository } from './ledger.repository';
import type { Payment } from './payment';
import { PaymentNotFound, RefundReasonNotFound } from './payments.errors';
import { PaymentsRepository } from './payments.repository';

/** A payment with every movement of it, oldest first. */
export interface PaymentHistory {
  readonly payment: Payment;
  readonly entries: readonly LedgerEntry[];
}

@Injectable()
export class PaymentsReader {
  constructor(
    private readonly database: Database,
    private readonly payments: PaymentsRepository,
    private readonly entries: LedgerRepository,
  ) {}

  /** A payment of the store, for callers that may reach all of it. `id` is null for an id of no known form. @throws PaymentNotFound */
  async get(ctx: RequestContext, id: string | null, shownId: string): Promise<Payment> {
    const payment = id === null || !ctx.caller.reach.all ? null : await this.payments.find(ctx.storeId, id);
    if (payment === null) throw new PaymentNotFound(shownId);
    return payment;
  }

  /** @throws PaymentNotFound */
  async history(on: Queryable, storeId: string, id: string): Promise<PaymentHistory> {
    const payment = await this.payments.find(storeId, id, on);
    if (payment === null) throw new PaymentNotFound(id);
    return { payment, entries: await this.entries.ofPayments(on, storeId, [id]) };
  }

  /** All payments of some collections with their movements, in two statements however many there are. */
  async ofCollections(
    storeId: string,
    collectionIds: readonly string[],
    on: Queryable = this.database,
  ): Promise<PaymentHistory[]> {
    const payments = await this.payments.ofCollections(on, storeId, collectionIds);
    const entries = await this.entries.ofPayments(
      on,
      storeId,
      payments.map(({ id }) => id),
    );
    return payments.map((payment) => ({
      payment,
      entries: entries.filter(({ paymentId }) => paymentId === payment.id),
    }));
  }

  /** @throws RefundReasonNotFound, with the id as the caller spelled it. */
  async checkRefundReason(ctx: RequestContext, id: string | null, shownId: string): Promise<void> {
    const known = id !== null && (await this.entries.hasRefundReason(this.database, ctx.storeId, id));
    if (!known) throw new RefundReasonNotFound(shownId);
  }
}
