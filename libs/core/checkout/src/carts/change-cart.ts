import { Injectable } from '@nestjs/common';
import { given, type RequestContext } from '@tandem/context';
import type { Address, OrderRef } from '@tandem/orders';
import { StoresReader, type RegionRef } from '@tandem/stores';
import { CartItems } from './cart-items';
import type { WantedItem } from './cart-lines';
import { ChangeOpenOrder } from './change-open-order';
import { RegionFixed } from '../checkout.errors';
import type { OrderDetails } from '../order-details';

/** What is left out stays. */
export interface ChangeCartInput {
  readonly email?: string | null;
  readonly locale?: string | null;
  readonly customerNote?: string | null;
  readonly billAddress?: Address;
  readonly shipAddress?: Address;
  /** Merged over the order's own. */
  readonly metadata?: Readonly<Record<string, unknown>>;
  /** Each with the quantity it shall have; lines of other variants stay. */
  readonly items?: readonly WantedItem[];
  /** The region it is in already: an order stays where it was opened. */
  readonly region?: RegionRef;
}

/**
 * Changes what a shopper says of an open order: contact, addresses, lines.
 * @throws OrderNotFound, OrderNotOpen, VariantNotFound, VariantWithoutPrice, PaidForMore, RegionNotFound, RegionFixed
 */
@Injectable()
export class ChangeCart {
  constructor(
    private readonly change: ChangeOpenOrder,
    private readonly items: CartItems,
    private readonly stores: StoresReader,
  ) {}

  async run(ctx: RequestContext, ref: OrderRef, input: ChangeCartInput): Promise<OrderDetails> {
    const { items, metadata, region: named, ...details } = input;
    const region = named && (await this.stores.region(ctx.storeId, named.id, named.shownId));
    return this.change.run(ctx, ref, async (tx, { order }) => {
      if (region && region.id !== order.regionId) throw new RegionFixed();
      return {
        details: { ...given(details), metadata: { ...order.metadata, ...metadata } },
        ...(items && { items: await this.items.set(tx, order, items) }),
      };
    });
  }
}
