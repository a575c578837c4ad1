import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@tandem/context';
import type { OrderRef } from '@tandem/orders';
import { CartItems, type WantedItem } from './cart-items';
import { ChangeOpenOrder } from './change-open-order';
import type { OrderDetails } from '../order-details.reader';

/**
 * Puts a variant into a cart, at the store's price; more of one that is there already.
 * @throws OrderNotFound, OrderNotOpen, VariantNotFound, VariantWithoutPrice, OrderInvalid
 */
@Injectable()
export class AddItem {
  constructor(
    private readonly change: ChangeOpenOrder,
    private readonly items: CartItems,
  ) {}

  run(ctx: RequestContext, ref: OrderRef, item: WantedItem): Promise<OrderDetails> {
    return this.change.run(ctx, ref, async (tx, { order }) => ({
      items: await this.items.add(tx, order, [item]),
    }));
  }
}
