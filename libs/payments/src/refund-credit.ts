import { Injectable } from '@nestjs/common';
import { EVERY_ORDER } from '@tandem/context';
import type { Tx } from '@tandem/database';
import { newId } from '@tandem/ids';
import type { Money } from '@tandem/money';
import { CreditLinesRepository, OrdersRepository, type NewCreditLine, type Order } from '@tandem/orders';
import { creditOfRefund } from '@tandem/payment-collections';
import { OrderDue } from './order-due';
import { RefundReasonsRepository } from './refund-reasons.repository';

/** A refund that the ledger has an entry of. */
export interface RecordedRefund {
  readonly storeId: string;
  readonly orderId: string;
  readonly collectionId: string;
  readonly amount: Money;
  /** Its ledger entry. */
  readonly entryId: string;
  readonly refundReasonId?: string;
}

type OfOrder = Pick<RecordedRefund, 'storeId' | 'orderId'>;

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

  /** What the refund's operation remembers of its order, which is locked before the payment. */
  async begin(tx: Tx, refund: OfOrder): Promise<{ orderWasPlaced?: boolean }> {
    const order = await this.lockOrder(tx, refund);
    return order === null ? {} : { orderWasPlaced: order.completedAt !== null };
  }

  /** The order before its operation: every transaction takes the two locks in this order. */
  lockOrder(tx: Tx, { storeId, orderId }: OfOrder): Promise<Order | null> {
    return this.orders.lock(tx, storeId, orderId, EVERY_ORDER);
  }

  /** Before the totals have the refund. */
  async write(tx: Tx, refund: RecordedRefund): Promise<void> {
    const { storeId, orderId, collectionId, refundReasonId } = refund;
    const order = await this.orders.lock(tx, storeId, orderId, EVERY_ORDER);
    if (order?.state !== 'completed') return;
    const amount = creditOfRefund(await this.due.of(tx, order), refund.amount);
    if (!amount.isPositive()) return;
    const refers = await this.referenceOf(tx, storeId, refundReasonId);
    const line = { storeId, id: newId(), orderId, amount, collectionId, metadata: null, ...refers };
    await this.lines.insert(tx, { ...line, refundId: refund.entryId });
  }

  /** A removed reason names its refunds too. */
  private async referenceOf(
    tx: Tx,
    storeId: string,
    reasonId?: string,
  ): Promise<Pick<NewCreditLine, 'reference' | 'referenceId'>> {
    const reason = reasonId ? await this.reasons.findAny(tx, storeId, reasonId) : null;
    return { reference: reason?.label ?? null, referenceId: reason?.code ?? null };
  }

  /** The refund was sent back. */
  async takeBack(tx: Tx, { storeId, orderId, entryId }: OfOrder & { entryId: string }): Promise<void> {
    await this.lines.voidOfRefund(tx, storeId, orderId, entryId);
  }
}
