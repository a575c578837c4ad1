import { InvalidAmount, Money } from '@tandem/money';
import { OrderInvalid } from './orders.errors';

/** 2,147,483,647 is the column's limit; nobody orders more of one thing. */
export const MAX_QUANTITY = 1_000_000;

interface Line {
  readonly price: Money;
  readonly quantity: number;
}

/** What the lines and adjustments add up to. @throws OrderInvalid when the total is negative or beyond 15 digits. */
export function orderTotals(
  currency: string,
  lines: readonly Line[],
  adjustments: readonly { readonly amount: Money }[],
): { itemTotal: Money; adjustmentTotal: Money; total: Money; itemCount: number } {
  const totals = sumOf(currency, lines, adjustments);
  if (totals.total.minor < 0n) throw new OrderInvalid('adjustments', 'Total must not be negative');
  return { ...totals, itemCount: lines.reduce((sum, { quantity }) => sum + quantity, 0) };
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
