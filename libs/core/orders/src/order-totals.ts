import { InvalidAmount, Money } from '@tandem/money';
import type { Order } from './order';
import { OrderInvalid } from './orders.errors';

/** More than anyone orders; the column's limit is 2,147,483,647. */
export const MAX_QUANTITY = 1_000_000;

interface Line {
  readonly price: Money;
  readonly quantity: number;
}

/** Sums lines and adjustments. @throws OrderInvalid if the total is negative or has more than 15 digits */
export function orderTotals(
  currency: string,
  lines: readonly Line[],
  adjustments: readonly { readonly amount: Money }[],
): { itemTotal: Money; adjustmentTotal: Money; total: Money; itemCount: number } {
  const totals = sumOf(currency, lines, adjustments);
  if (totals.total.minor < 0n) throw new OrderInvalid('adjustments', 'Total must not be negative');
  return { ...totals, itemCount: lines.reduce((sum, { quantity }) => sum + quantity, 0) };
}

/** Whether store credit or a gift card pays a part. An order without any has no uses of credit. */
export function hasCreditApplied({
  storeCreditTotal,
  giftCardTotal,
}: Pick<Order, 'storeCreditTotal' | 'giftCardTotal'>): boolean {
  return storeCreditTotal.isPositive() || giftCardTotal.isPositive();
}

function sumOf(
  currency: string,
  lines: readonly Line[],
  adjustments: readonly { readonly amount: Money }[],
): { itemTotal: Money; adjustmentTotal: Money; total: Money } {
  try {
    const itemTotal = lines.reduce(
      (sum, line) => sum.plus(line.price.times(line.quantity)),
      Money.zero(currency),
    );
    const adjustmentTotal = adjustments.reduce((sum, { amount }) => sum.plus(amount), Money.zero(currency));
    const total = itemTotal.plus(adjustmentTotal);
    const isExact = [itemTotal, adjustmentTotal, total].every((sum) => sum.isExactNumber());
    if (!isExact) throw new InvalidAmount('too_large');
    return { itemTotal, adjustmentTotal, total };
  } catch (error) {
    throw error instanceof InvalidAmount ? new OrderInvalid('items', 'Total is too large') : error;
  }
}
