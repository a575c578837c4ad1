import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@tandem/context';
import type { OrderRef } from '@tandem/orders';
import { OrderCredit } from '@tandem/store-credits';
import { UpdateOpenOrder } from '../carts/update-open-order';
import type { OrderDetails } from '../order-details';

/** Removes all store credit from an open order; it returns to the customer. @throws OrderNotFound, OrderNotOpen */
@Injectable()
export class RemoveStoreCredit {
  constructor(
    private readonly updateOrder: UpdateOpenOrder,
    private readonly credit: OrderCredit,
  ) {}

  run(ctx: RequestContext, ref: OrderRef): Promise<OrderDetails> {
    return this.updateOrder.run(ctx, ref, async (tx, { order }) => {
      await this.credit.release(tx, order, 'store_credit');
      return {};
    });
  }
}
