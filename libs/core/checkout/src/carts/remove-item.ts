import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@tandem/context';
import type { OrderRef } from '@tandem/orders';
import { withChangedLine } from './cart-lines';
import { UpdateOpenOrder } from './update-open-order';
import type { OrderDetails } from '../order-details';

/** Takes a line out of a cart. @throws OrderNotFound, OrderNotOpen, LineItemNotFound, PaidForMore */
@Injectable()
export class RemoveItem {
  constructor(private readonly change: UpdateOpenOrder) {}

  run(ctx: RequestContext, ref: OrderRef, itemId: string): Promise<OrderDetails> {
    return this.change.run(ctx, ref, (_, { order }) => ({
      items: withChangedLine(order.items, { itemId, quantity: 0 }),
    }));
  }
}
