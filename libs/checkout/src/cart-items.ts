import { Injectable } from '@nestjs/common';
import type { Tx } from '@tandem/database';
import { newId } from '@tandem/ids';
import { MAX_QUANTITY, OrderInvalid, type ItemToSave, type Order } from '@tandem/orders';
import { VariantsReader, type PricedVariant } from '@tandem/variants';

/** A line that a shopper asks for: a variant and how many, never what it costs. */
export interface WantedItem {
  /** UUID. */
  readonly variantId: string;
  readonly quantity: number;
  readonly metadata?: Readonly<Record<string, unknown>>;
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
  const before = lines.find(({ variantId }) => variantId === variant.id);
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

function checked(quantity: number): number {
  if (quantity > MAX_QUANTITY) throw new OrderInvalid('quantity', 'Quantity is too large');
  return quantity;
}
