import { isDeepStrictEqual } from 'node:util';
import type { PricedVariant } from '@tandem/catalog';
import { newId } from '@tandem/ids';
import { LineItemNotFound, MAX_QUANTITY, OrderInvalid, type ItemToSave } from '@tandem/orders';

/**
 * How an item finds its line in a cart. `variant`: by variant; its metadata is merged into the line's (Spree).
 * `variant_and_metadata`: by variant and equal metadata, else it gets a new line (Medusa).
 */
export type LineMatch = 'variant' | 'variant_and_metadata';

/** A requested line: a variant and a quantity, never a price. */
export interface RequestedItem {
  /** UUID. */
  readonly variantId: string;
  readonly quantity: number;
  /** Absent is the same as empty. */
  readonly metadata?: Readonly<Record<string, unknown>>;
  readonly match: LineMatch;
}

export interface UpdateCartItemInput {
  /** The line (UUID). */
  readonly itemId: string;
  /** Absent: unchanged. Zero removes the line. */
  readonly quantity?: number;
  /** Merged into the line's metadata. */
  readonly metadata?: Readonly<Record<string, unknown>>;
}

/**
 * Adds items to the lines, at the prices in `priced`: each raises its line's quantity (`add`) or replaces it (`set`). An item
 * without a line gets a new one. @throws OrderInvalid
 */
export function withItems(
  lines: readonly ItemToSave[],
  requested: readonly RequestedItem[],
  priced: ReadonlyMap<string, PricedVariant>,
  quantities: 'add' | 'set',
): ItemToSave[] {
  return requested.reduce<ItemToSave[]>(
    (merged, item) => withItem(merged, item, priced, quantities),
    [...lines],
  );
}

/** Changes one of the lines; its price stays as it was when it was added. @throws LineItemNotFound */
export function withChangedLine(
  lines: readonly ItemToSave[],
  { itemId, quantity, metadata }: UpdateCartItemInput,
): ItemToSave[] {
  const line = lines.find(({ id }) => id === itemId);
  if (!line) throw new LineItemNotFound();
  if (quantity === 0) return lines.filter((other) => other !== line);
  const changed = {
    ...line,
    quantity: quantity ?? line.quantity,
    metadata: { ...line.metadata, ...metadata },
  };
  return lines.map((other) => (other === line ? changed : other));
}

function withItem(
  lines: readonly ItemToSave[],
  requested: RequestedItem,
  priced: ReadonlyMap<string, PricedVariant>,
  quantities: 'add' | 'set',
): ItemToSave[] {
  const variant = priced.get(requested.variantId);
  if (!variant) throw new Error(`variant ${requested.variantId} was not priced`);
  const existing = lineFor(lines, requested);
  const line: ItemToSave = {
    id: existing?.id ?? newId(),
    variantId: variant.id,
    name: variant.name,
    sku: variant.sku,
    price: variant.price,
    quantity: checkQuantity((quantities === 'add' && existing ? existing.quantity : 0) + requested.quantity),
    metadata: { ...existing?.metadata, ...requested.metadata },
  };
  return existing ? lines.map((other) => (other === existing ? line : other)) : [...lines, line];
}

/** Prefers equal metadata: a cart can have several lines of one variant, whichever dialect changes it. */
function lineFor(lines: readonly ItemToSave[], requested: RequestedItem): ItemToSave | undefined {
  const ofVariant = lines.filter(({ variantId }) => variantId === requested.variantId);
  const same = ofVariant.find(({ metadata }) => isDeepStrictEqual(metadata, requested.metadata ?? {}));
  return same ?? (requested.match === 'variant' ? ofVariant[0] : undefined);
}

function checkQuantity(quantity: number): number {
  if (quantity > MAX_QUANTITY) throw new OrderInvalid('quantity', 'Quantity is too large');
  return quantity;
}
