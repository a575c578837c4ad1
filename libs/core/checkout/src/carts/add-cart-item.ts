import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@tandem/context';
import type { OrderRef } from '@tandem/orders';
import { CartItems } from './cart-items';
import type { RequestedItem } from './cart-lines';
import { UpdateOpenOrder } from './update-open-order';
import type { OrderDetails } from '../order-details';

/**
 * Adds a variant to a cart at the store's price; raises the quantity if it is already there.
 * @throws OrderNotFound, OrderNotOpen, VariantNotFound, VariantWithoutPrice, OrderInvalid
 */
@Injectable()
export class AddCartItem {
  constructor(
    private readonly updateOrder: UpdateOpenOrder,
    private readonly items: CartItems,
  ) {}

  run(ctx: RequestContext, ref: OrderRef, item: RequestedItem): Promise<OrderDetails> {
    return this.updateOrder.run(ctx, ref, async (tx, { order }) => ({
      items: await this.items.addItems(tx, order, [item]),
    }));
  }
}
