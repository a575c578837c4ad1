import { Injectable } from '@nestjs/common';
import { mustChange, type Tx } from '@tandem/database';
import { newId } from '@tandem/ids';
import type { Money } from '@tandem/money';
import { CreditLinesRepository, type NewCreditLine } from '@tandem/orders';
import { creditOfRefund } from '@tandem/payment-collections';
import type { EntrySource } from '../ledger/entry-source';
import { PaymentLocksRepository, type LockedOrder } from '../transactions/payment-locks.repository';
import { RefundReasonsRepository } from '../refund-reasons/refund-reasons.repository';

/** A refund that is recorded in the ledger. */
export interface RecordedRefund {
  readonly source: EntrySource;
  /** UUID. */
  readonly paymentId: string;
  readonly amount: Money;
  /** Its ledger entry. */
  readonly entryId: string;
}

interface OfOrder {
  readonly storeId: string;
  readonly orderId: string;
}

/**
 * A refund reduces what the customer owes (Medusa 2.21.2): for a placed order it writes a credit line of the part that was not
 * already owed back. An amount refunded before the order is placed must be paid again; a canceled order owes everything back.
 */
@Injectable()
export class RefundCredit {
  constructor(
    private readonly locks: PaymentLocksRepository,
    private readonly lines: CreditLinesRepository,
    private readonly reasons: RefundReasonsRepository,
  ) {}

  /** Lock order: order, operation, payment. */
  lockOrder(tx: Tx, storeId: string, paymentId: string): Promise<LockedOrder | null> {
    return this.locks.lockOrder(tx, storeId, { id: paymentId });
  }

  /** Call before the refund is added to the totals. */
  async recordCredit(
    tx: Tx,
    { source, paymentId, amount: refunded, entryId }: RecordedRefund,
    order: LockedOrder | null,
  ): Promise<void> {
    const { storeId, orderId, collectionId, refundReasonId, orderWasPlaced } = source;
    if (order?.state !== 'completed' || orderWasPlaced === false) return;
    const { due } = mustChange(await this.locks.lockWithDue(tx, order, paymentId), 'the refunded payment');
    const amount = creditOfRefund(due, refunded);
    if (!amount.isPositive()) return;
    const refers = await this.referenceOf(tx, storeId, refundReasonId);
    const line = { storeId, id: newId(), orderId, amount, collectionId, metadata: null, ...refers };
    await this.lines.insert(tx, { ...line, refundId: entryId });
  }

  /** Includes removed reasons. */
  private async referenceOf(
    tx: Tx,
    storeId: string,
    reasonId: string | null,
  ): Promise<Pick<NewCreditLine, 'reference' | 'referenceId'>> {
    const reason = reasonId ? await this.reasons.findAny(tx, storeId, reasonId) : null;
    return { reference: reason?.label ?? null, referenceId: reason?.code ?? null };
  }

  /** Voids the credit line of a refund that failed later. */
  async reverseCredit(tx: Tx, { storeId, orderId, entryId }: OfOrder & { entryId: string }): Promise<void> {
    await this.lines.voidByRefund(tx, storeId, orderId, entryId);
  }
}
