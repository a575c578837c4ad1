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

type Time = 'voidedAt' | 'createdAt' | 'updatedAt';

/** A credit line as JSON: its amount is a number (exact below 15 digits), its times are text. */
export type CreditLineRow = Omit<OrderCreditLine, 'amount' | Time> & {
  readonly amount: number;
  readonly currency: string;
  readonly voidedAt: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
};

export function creditLineFrom({ amount, currency, ...row }: CreditLineRow): OrderCreditLine {
  return {
    ...row,
    amount: Money.of(BigInt(amount), currency),
    voidedAt: row.voidedAt === null ? null : new Date(row.voidedAt),
    createdAt: new Date(row.createdAt),
    updatedAt: new Date(row.updatedAt),
  };
}
