import { Money } from '@tandem/money';
import type { PaymentCollection } from '@tandem/payment-collections';
import type { LedgerEntry } from '@tandem/payments';

/** A collection with the captures of its payments. */
interface CapturedCollection {
  readonly collection: Pick<PaymentCollection, 'amount'>;
  readonly payments: readonly {
    readonly entries: readonly Pick<LedgerEntry, 'kind' | 'amount' | 'createdAt'>[];
  }[];
}

/** When the captures first reached the collection's amount (Medusa's completed_at); null until then. */
export function completedAt({ collection, payments }: CapturedCollection): Date | null {
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
