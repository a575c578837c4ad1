import type { Money } from '@tandem/money';

/** A sellable item, with at most one price per currency. */
export interface Variant {
  readonly id: string;
  readonly sku: string | null;
  readonly name: string;
  /** Only active variants can be added to a cart. */
  readonly active: boolean;
  readonly prices: readonly Money[];
  readonly createdAt: Date;
  readonly updatedAt: Date;
}
