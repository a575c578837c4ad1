import type { DecimalAmount, Money } from '@tandem/money';

// More stores than one process serves at a time.
const MAX_STORES = 10_000;

/**
 * The currency of the order that each store read last. The next order's is most likely the same, so an amount is converted without
 * reading the order; the statement that stores it requires the currency, and a wrong guess writes nothing.
 */
export class RecentCurrencies {
  private readonly ofStores = new Map<string, string>();

  set(storeId: string, currency: string): void {
    if (this.ofStores.size >= MAX_STORES) this.ofStores.clear();
    this.ofStores.set(storeId, currency);
  }

  /** Null if no currency is likely, or the amount is wrong in it: then the order decides. */
  convert(storeId: string, amount: DecimalAmount): Money | null {
    const currency = this.ofStores.get(storeId);
    try {
      return currency === undefined ? null : amount.in(currency);
    } catch {
      return null;
    }
  }
}
