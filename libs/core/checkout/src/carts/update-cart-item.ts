import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@tandem/context';
import type { OrderRef } from '@tandem/orders';
import { withChangedLine, type UpdateCartItemInput } from './cart-lines';
import { UpdateOpenOrder } from './update-open-order';
import type { OrderDetails } from '../order-details';

/** Updates a line of a cart; its price stays as it was when it was added. @throws OrderNotFound, OrderNotOpen, LineItemNotFound, PaidForMore */
@Injectable()
export class UpdateCartItem {
  constructor(private readonly updateOrder: UpdateOpenOrder) {}

  run(ctx: RequestContext, ref: OrderRef, input: UpdateCartItemInput): Promise<OrderDetails> {
    return this.updateOrder.run(ctx, ref, (_, { order }) => ({ items: withChangedLine(order.items, input) }));
  }
}
