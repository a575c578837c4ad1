import { Money } from '@tandem/money';
import { remaining, type Credit, type CreditKind, type CreditUse } from './credit';

/** The parts of an order's total paid by credit. */
export interface CreditTotals {
  readonly storeCredit: Money;
  readonly giftCard: Money;
}

/** A part of a credit or of a credit use. Above zero. */
export interface Share<T> {
  readonly of: T;
  readonly amount: Money;
}

/** The amounts to reserve of these credits, in order: `max` in total, or less if less remains. */
export function sharesOf<T extends Credit>(credits: readonly T[], max: Money): Share<T>[] {
  const shares: Share<T>[] = [];
  let missing = max;
  for (const credit of credits) {
    const amount = remaining(credit).min(missing);
    if (!amount.isPositive()) continue;
    shares.push({ of: credit, amount });
    missing = missing.minus(amount);
  }
  return shares;
}

/** The amounts to release of these uses (oldest first) so that at most `max` stays reserved. The latest use is released first. */
export function excessShares(reserved: readonly CreditUse[], max: Money): Share<CreditUse>[] {
  const excess: Share<CreditUse>[] = [];
  let over = sumOf(reserved, max.currency).minus(max);
  for (const use of reserved.toReversed()) {
    if (!over.isPositive()) break;
    const amount = use.amount.min(over);
    excess.push({ of: use, amount });
    over = over.minus(amount);
  }
  return excess;
}

/** Sums these uses by kind of credit. */
export function creditTotals(uses: readonly CreditUse[], currency: string): CreditTotals {
  const of = (kind: CreditKind): Money =>
    sumOf(
      uses.filter((use) => use.kind === kind),
      currency,
    );
  return { storeCredit: of('store_credit'), giftCard: of('gift_card') };
}

export function sumOf(parts: readonly { readonly amount: Money }[], currency: string): Money {
  return parts.reduce((sum, { amount }) => sum.plus(amount), Money.zero(currency));
}
