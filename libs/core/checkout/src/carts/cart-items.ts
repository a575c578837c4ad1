import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { Tx } from '@tandem/database';
import { newId } from '@tandem/ids';
import { MAX_QUANTITY, OrderInvalid, type ItemToSave, type Order } from '@tandem/orders';
import { VariantsReader, type PricedVariant } from '@tandem/catalog';

/**
 * Which line of a cart an item belongs to. `variant`: the variant's, its metadata merged over the line's (Spree).
 * `variant_and_metadata`: one of the variant with the same metadata, else a line of its own (Medusa).
 */
export type LineMatch = 'variant' | 'variant_and_metadata';

/** A line that a shopper asks for: a variant and how many, never what it costs. */
export interface WantedItem {
  /** UUID. */
  readonly variantId: string;
  readonly quantity: number;
  /** None is the same as an empty one. */
  readonly metadata?: Readonly<Record<string, unknown>>;
  readonly match: LineMatch;
}

/** Fills the lines of a cart at the store's prices. */
@Injectable()
export class CartItems {
  constructor(private readonly variants: VariantsReader) {}

  /** The lines with these on top: more of a variant that is there already, a new line for one that is not. */
  add(tx: Tx, order: Order, wanted: readonly WantedItem[]): Promise<ItemToSave[]> {
    return this.merge(tx, order, wanted, (before, quantity) => before + quantity);
  }

  /** The same, but the quantity is what is asked for, whatever it was. */
  set(tx: Tx, order: Order, wanted: readonly WantedItem[]): Promise<ItemToSave[]> {
    return this.merge(tx, order, wanted, (_, quantity) => quantity);
  }

  /** Lines of an order that is not stored yet. @throws VariantNotFound, VariantWithoutPrice */
  async fresh(
    tx: Tx,
    storeId: string,
    currency: string,
    wanted: readonly WantedItem[],
  ): Promise<ItemToSave[]> {
    const priced = await this.priced(tx, storeId, currency, wanted);
    return wanted.reduce<ItemToSave[]>(
      (lines, item) => withItem(lines, item, priced, (before, quantity) => before + quantity),
      [],
    );
  }

  private async merge(
    tx: Tx,
    order: Order,
    wanted: readonly WantedItem[],
    quantityOf: (before: number, wanted: number) => number,
  ): Promise<ItemToSave[]> {
    const priced = await this.priced(tx, order.storeId, order.total.currency, wanted);
    return wanted.reduce<ItemToSave[]>(
      (lines, item) => withItem(lines, item, priced, quantityOf),
      [...order.items],
    );
  }

  private priced(
    tx: Tx,
    storeId: string,
    currency: string,
    wanted: readonly WantedItem[],
  ): Promise<ReadonlyMap<string, PricedVariant>> {
    const ids = wanted.map(({ variantId }) => variantId);
    return this.variants.priced(tx, storeId, [...new Set(ids)], currency);
  }
}

function withItem(
  lines: readonly ItemToSave[],
  wanted: WantedItem,
  priced: ReadonlyMap<string, PricedVariant>,
  quantityOf: (before: number, wanted: number) => number,
): ItemToSave[] {
  const variant = priced.get(wanted.variantId);
  if (!variant) throw new Error(`variant ${wanted.variantId} was not priced`);
  const before = lineFor(lines, wanted);
  const line: ItemToSave = {
    id: before?.id ?? newId(),
    variantId: variant.id,
    name: variant.name,
    sku: variant.sku,
    price: variant.price,
    quantity: checked(quantityOf(before?.quantity ?? 0, wanted.quantity)),
    metadata: { ...before?.metadata, ...wanted.metadata },
  };
  return before ? lines.map((other) => (other === before ? line : other)) : [...lines, line];
}

/** Equal metadata comes first: a cart may have several lines of one variant, whichever dialect adds to it. */
function lineFor(lines: readonly ItemToSave[], wanted: WantedItem): ItemToSave | undefined {
  const ofVariant = lines.filter(({ variantId }) => variantId === wanted.variantId);
  const same = ofVariant.find(({ metadata }) => isDeepStrictEqual(metadata, wanted.metadata ?? {}));
  return same ?? (wanted.match === 'variant' ? ofVariant[0] : undefined);
}

function checked(quantity: number): number {
  if (quantity > MAX_QUANTITY) throw new OrderInvalid('quantity', 'Quantity is too large');
  return quantity;
}
