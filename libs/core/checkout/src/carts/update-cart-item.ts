import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@tandem/context';
import type { OrderRef } from '@tandem/orders';
import { withChangedLine, type UpdateCartItemInput } from './cart-lines';
import { UpdateOpenOrder } from './update-open-order';
import type { OrderDetails } from '../order-details';

/** Changes how many of a line, at the price it was put in for. @throws OrderNotFound, OrderNotOpen, LineItemNotFound, PaidForMore */
@Injectable()
export class UpdateCartItem {
  constructor(private readonly change: UpdateOpenOrder) {}

  run(ctx: RequestContext, ref: OrderRef, input: UpdateCartItemInput): Promise<OrderDetails> {
    return this.change.run(ctx, ref, (_, { order }) => ({ items: withChangedLine(order.items, input) }));
  }
}
