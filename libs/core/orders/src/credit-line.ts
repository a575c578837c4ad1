import { Money } from '@tandem/money';

/**
 * Takes its amount off what an order's payments are to pay (Medusa's order credit line): what a refund gave on purpose, or what
 * staff let go. Below zero it adds, and settles what is owed back.
 */
export interface OrderCreditLine {
  readonly id: string;
  readonly orderId: string;
  readonly amount: Money;
  /** What it refers to, e.g. a refund reason's label; null for a refund without a reason. */
  readonly reference: string | null;
  /** E.g. a refund reason's code. */
  readonly referenceId: string | null;
  /** The collection whose refund it is of; null for one that staff made. */
  readonly collectionId: string | null;
  readonly metadata: Readonly<Record<string, unknown>> | null;
  /** When its refund failed: since then it counts no more. */
  readonly voidedAt: Date | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** A row of order_credit_lines as JSON: its amount is a number (exact below 15 digits) and its times are text. */
export interface CreditLineRow {
  id: string;
  order_id: string;
  amount: number;
  currency: string;
  reference: string | null;
  reference_id: string | null;
  collection_id: string | null;
  metadata: Record<string, unknown> | null;
  voided_at: string | null;
  created_at: string;
  updated_at: string;
}

export function creditLineFrom(row: CreditLineRow): OrderCreditLine {
  return {
    id: row.id,
    orderId: row.order_id,
    amount: Money.of(BigInt(row.amount), row.currency),
    reference: row.reference,
    referenceId: row.reference_id,
    collectionId: row.collection_id,
    metadata: row.metadata,
    voidedAt: row.voided_at === null ? null : new Date(row.voided_at),
    createdAt: new Date(row.created_at),
    updatedAt: new Date(row.updated_at),
  };
}
