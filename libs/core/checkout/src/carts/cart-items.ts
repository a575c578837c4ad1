import { Injectable } from '@nestjs/common';
import type { Tx } from '@tandem/database';
import type { ItemToSave, Order } from '@tandem/orders';
import { VariantsReader, type PricedVariant } from '@tandem/catalog';
import { withItems, type RequestedItem } from './cart-lines';

/** Builds the lines of a cart at the store's prices. */
@Injectable()
export class CartItems {
  constructor(private readonly variants: VariantsReader) {}

  /** Adds to the lines: raises the quantity of a variant that is already there, or adds a line. */
  addItems(tx: Tx, order: Order, requested: readonly RequestedItem[]): Promise<ItemToSave[]> {
    return this.merge(tx, order, requested, 'add');
  }

  /** The same, but replaces the quantity. */
  setItems(tx: Tx, order: Order, requested: readonly RequestedItem[]): Promise<ItemToSave[]> {
    return this.merge(tx, order, requested, 'set');
  }

  /** The lines of a new order. @throws VariantNotFound, VariantWithoutPrice */
  async buildItems(
    tx: Tx,
    storeId: string,
    currency: string,
    requested: readonly RequestedItem[],
  ): Promise<ItemToSave[]> {
    const priced = await this.findPriced(tx, storeId, currency, requested);
    return withItems([], requested, priced, 'add');
  }

  private async merge(
    tx: Tx,
    order: Order,
    requested: readonly RequestedItem[],
    quantities: 'add' | 'set',
  ): Promise<ItemToSave[]> {
    const priced = await this.findPriced(tx, order.storeId, order.total.currency, requested);
    return withItems(order.items, requested, priced, quantities);
  }

  private findPriced(
    tx: Tx,
    storeId: string,
    currency: string,
    requested: readonly RequestedItem[],
  ): Promise<ReadonlyMap<string, PricedVariant>> {
    if (requested.length === 0) return Promise.resolve(new Map());
    const ids = requested.map(({ variantId }) => variantId);
    return this.variants.findPriced(tx, storeId, [...new Set(ids)], currency);
  }
}
