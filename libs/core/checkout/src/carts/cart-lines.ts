import { isDeepStrictEqual } from 'node:util';
import type { PricedVariant } from '@tandem/catalog';
import { newId } from '@tandem/ids';
import { LineItemNotFound, MAX_QUANTITY, OrderInvalid, type ItemToSave } from '@tandem/orders';

/**
 * Which line of a cart an item belongs to. `variant`: the variant's, its metadata merged over the line's (Spree).
 * `variant_and_metadata`: one of the variant with the same metadata, else a line of its own (Medusa).
 */
export type LineMatch = 'variant' | 'variant_and_metadata';

/** A line that a shopper asks for: a variant and how many, never what it costs. */
export interface RequestedItem {
  /** UUID. */
  readonly variantId: string;
  readonly quantity: number;
  /** None is the same as an empty one. */
  readonly metadata?: Readonly<Record<string, unknown>>;
  readonly match: LineMatch;
}

export interface UpdateCartItemInput {
  /** The line (UUID). */
  readonly itemId: string;
  /** Left out: it stays. Zero takes the line out. */
  readonly quantity?: number;
  /** Merged over the line's own. */
  readonly metadata?: Readonly<Record<string, unknown>>;
}

/**
 * The lines with these items in them, at the prices given: each item's quantity comes on top of its line's (`add`) or in its place
 * (`set`). An item without a line gets one. @throws OrderInvalid
 */
export function withItems(
  lines: readonly ItemToSave[],
  requested: readonly RequestedItem[],
  priced: ReadonlyMap<string, PricedVariant>,
  quantities: 'add' | 'set',
): ItemToSave[] {
  return requested.reduce<ItemToSave[]>(
    (before, item) => withItem(before, item, priced, quantities),
    [...lines],
  );
}

/** The lines with one of them changed, at the price it was put in for. @throws LineItemNotFound */
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
  const before = lineFor(lines, requested);
  const line: ItemToSave = {
    id: before?.id ?? newId(),
    variantId: variant.id,
    name: variant.name,
    sku: variant.sku,
    price: variant.price,
    quantity: checked((quantities === 'add' && before ? before.quantity : 0) + requested.quantity),
    metadata: { ...before?.metadata, ...requested.metadata },
  };
  return before ? lines.map((other) => (other === before ? line : other)) : [...lines, line];
}

/** Equal metadata comes first: a cart may have several lines of one variant, whichever dialect adds to it. */
function lineFor(lines: readonly ItemToSave[], requested: RequestedItem): ItemToSave | undefined {
  const ofVariant = lines.filter(({ variantId }) => variantId === requested.variantId);
  const same = ofVariant.find(({ metadata }) => isDeepStrictEqual(metadata, requested.metadata ?? {}));
  return same ?? (requested.match === 'variant' ? ofVariant[0] : undefined);
}

function checked(quantity: number): number {
  if (quantity > MAX_QUANTITY) throw new OrderInvalid('quantity', 'Quantity is too large');
  return quantity;
}
