import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@tandem/context';
import type { OrderRef } from '@tandem/orders';
import { ChangeItems, lineOf } from './change-items';
import type { OrderDetails } from './order-details.reader';

/** Takes a line out of a cart. @throws OrderNotFound, OrderNotOpen, LineItemNotFound, PaidForMore */
@Injectable()
export class RemoveItem {
  constructor(private readonly changeItems: ChangeItems) {}

  /** `itemId` is a UUID, null for an id of no known form. */
  run(ctx: RequestContext, order: OrderRef | null, itemId: string | null): Promise<OrderDetails> {
    return this.changeItems.run(ctx, order, (_, found) => {
      const line = lineOf(found, itemId);
      return found.items.filter((other) => other !== line);
    });
  }
}
