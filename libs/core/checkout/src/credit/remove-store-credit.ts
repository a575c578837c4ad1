import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@tandem/context';
import type { OrderRef } from '@tandem/orders';
import { OrderCredit } from '@tandem/store-credits';
import { UpdateOpenOrder } from '../carts/update-open-order';
import type { OrderDetails } from '../order-details';

/** Takes all store credit off an open order; the customer has it back. @throws OrderNotFound, OrderNotOpen */
@Injectable()
export class RemoveStoreCredit {
  constructor(
    private readonly change: UpdateOpenOrder,
    private readonly credit: OrderCredit,
  ) {}

  run(ctx: RequestContext, ref: OrderRef): Promise<OrderDetails> {
    return this.change.run(ctx, ref, async (tx, { order }) => {
      await this.credit.release(tx, order, 'store_credit');
      return {};
    });
  }
}
