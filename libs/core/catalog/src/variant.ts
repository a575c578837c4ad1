import type { Money } from '@tandem/money';

/** What a shopper can put into a cart. The store sets its prices, one a currency. */
export interface Variant {
  readonly id: string;
  readonly sku: string | null;
  readonly name: string;
  /** Only an active one can be put into a cart. */
  readonly active: boolean;
  readonly prices: readonly Money[];
  readonly createdAt: Date;
  readonly updatedAt: Date;
}
