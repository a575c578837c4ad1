import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@tandem/context';
import type { OrderRef } from '@tandem/orders';
import { ChangeOpenOrder, lineOf } from './change-open-order';
import type { OrderDetails } from '../order-details.reader';

/** Takes a line out of a cart. @throws OrderNotFound, OrderNotOpen, LineItemNotFound, PaidForMore */
@Injectable()
export class RemoveItem {
  constructor(private readonly change: ChangeOpenOrder) {}

  run(ctx: RequestContext, ref: OrderRef, itemId: string): Promise<OrderDetails> {
    return this.change.run(ctx, ref, (_, { order }) => {
      const line = lineOf(order, itemId);
      return { items: order.items.filter((other) => other !== line) };
    });
  }
}
