import type { Money } from '@tandem/money';
import { pendingDifference, type Due } from '@tandem/payment-collections';
import { CreditLineRefused } from '../checkout.errors';

/**
 * A credit line must not exceed the pending difference (Medusa 2.21.2): a positive one reduces what is due, a negative one what
 * is owed to the customer. @throws CreditLineRefused
 */
export function checkCreditLine(due: Due, amount: Money): void {
  const pending = pendingDifference(due);
  if (pending.isZero()) throw new CreditLineRefused('nothing_pending');
  if (pending.isPositive()) checkAgainstDue(due, amount);
  else checkAgainstOwed(pending, amount);
}

/** An amount that captures in flight may take cannot be credited too. */
function checkAgainstDue({ collectable }: Due, amount: Money): void {
  if (amount.minor < 0n) throw new CreditLineRefused('not_positive');
  if (collectable.lessThan(amount)) throw new CreditLineRefused('too_positive');
}

function checkAgainstOwed(pending: Money, amount: Money): void {
  if (amount.isPositive()) throw new CreditLineRefused('not_negative');
  if (amount.lessThan(pending)) throw new CreditLineRefused('too_negative');
}
