import { Injectable } from '@nestjs/common';
import type { Page, Paging, RequestContext } from '@tandem/context';
import { OrderNotFound, type OrderRef } from '@tandem/orders';
import type { OrderDetails } from '../order-details';
import { OrderDetailsReader } from '../order-details.reader';

/** Orders while they are open. */
@Injectable()
export class CartsReader {
  constructor(private readonly details: OrderDetailsReader) {}

  /** @throws OrderNotFound, also for one that is completed or canceled */
  get(ctx: RequestContext, ref: OrderRef): Promise<OrderDetails> {
    return this.details.getIf(ctx, ref, ({ state }) => state === 'open');
  }

  /** The cart of the order token, else the customer's newest. @throws OrderNotFound */
  async getCurrent(ctx: RequestContext): Promise<OrderDetails> {
    const { tokenOrderId, scope } = ctx.caller;
    if (tokenOrderId !== null) {
      const scoped = { ...ctx, caller: { ...ctx.caller, scope: { ...scope, orderId: tokenOrderId } } };
      return this.get(scoped, { id: tokenOrderId });
    }
    const [newest] = (await this.findPage(ctx, { limit: 1, offset: 0 })).items;
    if (!newest) throw new OrderNotFound();
    return newest;
  }

  /** A customer's own open carts, newest first. */
  findPage(ctx: RequestContext, paging: Paging): Promise<Page<OrderDetails>> {
    return this.details.findPage(ctx, { states: ['open'] }, paging);
  }
}
