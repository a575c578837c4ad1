import { Injectable } from '@nestjs/common';
import type { Tx } from '@tandem/database';
import type { ItemToSave, Order } from '@tandem/orders';
import { VariantsReader, type PricedVariant } from '@tandem/catalog';
import { withItems, type WantedItem } from './cart-lines';

/** Fills the lines of a cart at the store's prices. */
@Injectable()
export class CartItems {
  constructor(private readonly variants: VariantsReader) {}

  /** The lines with these on top: more of a variant that is there already, a new line for one that is not. */
  add(tx: Tx, order: Order, wanted: readonly WantedItem[]): Promise<ItemToSave[]> {
    return this.merge(tx, order, wanted, 'add');
  }

  /** The same, but the quantity is what is asked for, whatever it was. */
  set(tx: Tx, order: Order, wanted: readonly WantedItem[]): Promise<ItemToSave[]> {
    return this.merge(tx, order, wanted, 'set');
  }

  /** Lines of an order that is not stored yet. @throws VariantNotFound, VariantWithoutPrice */
  async fresh(
    tx: Tx,
    storeId: string,
    currency: string,
    wanted: readonly WantedItem[],
  ): Promise<ItemToSave[]> {
    const priced = await this.priced(tx, storeId, currency, wanted);
    return withItems([], wanted, priced, 'add');
  }

  private async merge(
    tx: Tx,
    order: Order,
    wanted: readonly WantedItem[],
    quantities: 'add' | 'set',
  ): Promise<ItemToSave[]> {
    const priced = await this.priced(tx, order.storeId, order.total.currency, wanted);
    return withItems(order.items, wanted, priced, quantities);
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
