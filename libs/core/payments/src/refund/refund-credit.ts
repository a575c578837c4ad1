import { Injectable } from '@nestjs/common';
import { EVERY_ORDER } from '@tandem/context';
import type { Tx } from '@tandem/database';
import { newId } from '@tandem/ids';
import type { Money } from '@tandem/money';
import {
  CreditLinesRepository,
  OrdersRepository,
  type LockedState,
  type NewCreditLine,
} from '@tandem/orders';
import { creditOfRefund } from '@tandem/payment-collections';
import type { EntrySource } from '../ledger/entry-source';
import { OrderDue } from '../transactions/order-due';
import { RefundReasonsRepository } from '../refund-reasons/refund-reasons.repository';

/** A refund that the ledger has an entry of. */
export interface RecordedRefund {
  readonly source: EntrySource;
  readonly amount: Money;
  /** Its ledger entry. */
  readonly entryId: string;
}

interface OfOrder {
  readonly storeId: string;
  readonly orderId: string;
}

/**
 * A refund on purpose is no debt (Medusa 2.21.2): of a placed order it leaves a credit line of what exceeds what was owed back
 * already. What is refunded before an order is placed is to be paid again, and a canceled order owes all of it back.
 */
@Injectable()
export class RefundCredit {
  constructor(
    private readonly orders: OrdersRepository,
    private readonly lines: CreditLinesRepository,
    private readonly reasons: RefundReasonsRepository,
    private readonly due: OrderDue,
  ) {}

  /** The order before its operation and its payment: every transaction takes the locks in this order. */
  lockOrder(tx: Tx, { storeId, orderId }: OfOrder): Promise<LockedState | null> {
    return this.orders.lockState(tx, storeId, orderId, EVERY_ORDER);
  }

  /** Before the totals have the refund; `order` is locked. */
  async write(
    tx: Tx,
    { source, amount: refunded, entryId }: RecordedRefund,
    locked: LockedState | null,
  ): Promise<void> {
    const { storeId, orderId, collectionId, refundReasonId, orderWasPlaced } = source;
    if (locked?.state !== 'completed' || orderWasPlaced === false) return;
    const order = await this.orders.findByRef(tx, storeId, { id: orderId }, EVERY_ORDER);
    if (order === null) return;
    const amount = creditOfRefund(await this.due.calculate(tx, order), refunded);
    if (!amount.isPositive()) return;
    const refers = await this.referenceOf(tx, storeId, refundReasonId);
    const line = { storeId, id: newId(), orderId, amount, collectionId, metadata: null, ...refers };
    await this.lines.insert(tx, { ...line, refundId: entryId });
  }

  /** A removed reason names its refunds too. */
  private async referenceOf(
    tx: Tx,
    storeId: string,
    reasonId: string | null,
  ): Promise<Pick<NewCreditLine, 'reference' | 'referenceId'>> {
    const reason = reasonId ? await this.reasons.findAny(tx, storeId, reasonId) : null;
    return { reference: reason?.label ?? null, referenceId: reason?.code ?? null };
  }

  /** The refund was sent back. */
  async reverse(tx: Tx, { storeId, orderId, entryId }: OfOrder & { entryId: string }): Promise<void> {
    await this.lines.voidOfRefund(tx, storeId, orderId, entryId);
  }
}
