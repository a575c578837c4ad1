import { Injectable } from '@nestjs/common';
import { omitUndefined, type RequestContext } from '@tandem/context';
import type { Address, OrderRef } from '@tandem/orders';
import { StoresReader, type RegionRef } from '@tandem/stores';
import { CartItems } from './cart-items';
import type { RequestedItem } from './cart-lines';
import { UpdateOpenOrder } from './update-open-order';
import { RegionFixed } from '../checkout.errors';
import type { OrderDetails } from '../order-details';

/** An absent field stays as it is. */
export interface UpdateCartInput {
  readonly email?: string | null;
  readonly locale?: string | null;
  readonly customerNote?: string | null;
  readonly billAddress?: Address;
  readonly shipAddress?: Address;
  /** Merged into the order's metadata. */
  readonly metadata?: Readonly<Record<string, unknown>>;
  /** Each with its new quantity; lines of other variants stay. */
  readonly items?: readonly RequestedItem[];
  /** Must be the order's current region: it cannot change. */
  readonly region?: RegionRef;
}

/**
 * Updates an open order: contact, addresses, lines.
 * @throws OrderNotFound, OrderNotOpen, VariantNotFound, VariantWithoutPrice, PaidForMore, RegionNotFound, RegionFixed
 */
@Injectable()
export class UpdateCart {
  constructor(
    private readonly updateOrder: UpdateOpenOrder,
    private readonly items: CartItems,
    private readonly stores: StoresReader,
  ) {}

  async run(ctx: RequestContext, ref: OrderRef, input: UpdateCartInput): Promise<OrderDetails> {
    const { items, metadata, region: named, ...details } = input;
    const region = named && (await this.stores.getRegion(ctx.storeId, named.id, named.publicId));
    return this.updateOrder.run(ctx, ref, async (tx, { order }) => {
      if (region && region.id !== order.regionId) throw new RegionFixed();
      return {
        details: { ...omitUndefined(details), metadata: { ...order.metadata, ...metadata } },
        ...(items && { items: await this.items.setItems(tx, order, items) }),
      };
    });
  }
}
