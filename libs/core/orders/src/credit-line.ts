import { Money } from '@tandem/money';

/**
 * Reduces the amount that an order's payments must cover (Medusa's order credit line): a voluntary refund, or a discount by staff.
 * A negative amount increases it, and settles a refund that is due.
 */
export interface OrderCreditLine {
  readonly id: string;
  readonly orderId: string;
  readonly amount: Money;
  /** E.g. a refund reason's label; null for a refund without a reason. */
  readonly reference: string | null;
  /** E.g. a refund reason's code. */
  readonly referenceId: string | null;
  /** The collection of its refund; null if created by staff. */
  readonly collectionId: string | null;
  readonly metadata: Readonly<Record<string, unknown>> | null;
  /** When its refund failed; it no longer counts since then. */
  readonly voidedAt: Date | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** A row of order_credit_lines as JSON: the amount is a number (exact below 15 digits), times are strings. */
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
