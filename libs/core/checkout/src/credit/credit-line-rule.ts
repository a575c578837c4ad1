import type { Money } from '@tandem/money';
import { pendingDifference, type Due } from '@tandem/payment-collections';
import { CreditLineRefused } from '../checkout.errors';

/**
 * A credit line takes off what is pending, and no more than that (Medusa 2.21.2): above zero what is due, below zero what is owed
 * back. @throws CreditLineRefused
 */
export function checkCreditLine(due: Due, amount: Money): void {
  const pending = pendingDifference(due);
  if (pending.isZero()) throw new CreditLineRefused('nothing_pending');
  if (pending.isPositive()) refuseUnlessLetGo(due, amount);
  else refuseUnlessSettled(pending, amount);
}

/** What captures in flight may take is not let go of beside them. */
function refuseUnlessLetGo({ collectable }: Due, amount: Money): void {
  if (amount.minor < 0n) throw new CreditLineRefused('not_positive');
  if (collectable.lessThan(amount)) throw new CreditLineRefused('too_positive');
}

function refuseUnlessSettled(pending: Money, amount: Money): void {
  if (amount.isPositive()) throw new CreditLineRefused('not_negative');
  if (amount.lessThan(pending)) throw new CreditLineRefused('too_negative');
}
