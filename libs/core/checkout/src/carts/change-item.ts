import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@tandem/context';
import type { OrderRef } from '@tandem/orders';
import { withChangedLine, type ChangeItemInput } from './cart-lines';
import { ChangeOpenOrder } from './change-open-order';
import type { OrderDetails } from '../order-details';

/** Changes how many of a line, at the price it was put in for. @throws OrderNotFound, OrderNotOpen, LineItemNotFound, PaidForMore */
@Injectable()
export class ChangeItem {
  constructor(private readonly change: ChangeOpenOrder) {}

  run(ctx: RequestContext, ref: OrderRef, input: ChangeItemInput): Promise<OrderDetails> {
    return this.change.run(ctx, ref, (_, { order }) => ({ items: withChangedLine(order.items, input) }));
  }
}
