import { Money } from '@tandem/money';
import type { CollectionDetails } from '../payment-session';

/** When captures first came to the collection's amount (Medusa's completed_at); null while they have not. */
export function completedAt({ collection, payments }: CollectionDetails): Date | null {
  const captures = payments
    .flatMap(({ entries }) => entries)
    .filter(({ kind }) => kind === 'capture')
    .sort((one, other) => one.createdAt.getTime() - other.createdAt.getTime());
  let captured = Money.zero(collection.amount.currency);
  for (const { amount, createdAt } of captures) {
    captured = captured.plus(amount);
    if (collection.amount.atMost(captured)) return createdAt;
  }
  return null;
}
