import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@tandem/context';
import type { OrderRef } from '@tandem/orders';
import { withChangedLine } from './cart-lines';
import { UpdateOpenOrder } from './update-open-order';
import type { OrderDetails } from '../order-details';

/** Removes a line from a cart. @throws OrderNotFound, OrderNotOpen, LineItemNotFound, PaidForMore */
@Injectable()
export class RemoveItem {
  constructor(private readonly updateOrder: UpdateOpenOrder) {}

  run(ctx: RequestContext, ref: OrderRef, itemId: string): Promise<OrderDetails> {
    return this.updateOrder.run(ctx, ref, (_, { order }) => ({
      items: withChangedLine(order.items, { itemId, quantity: 0 }),
    }));
  }
}
