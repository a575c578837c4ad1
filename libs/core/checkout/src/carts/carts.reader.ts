import { Injectable } from '@nestjs/common';
import type { Page, Paging, RequestContext } from '@tandem/context';
import { OrderNotFound, OrdersReader, type OrderRef } from '@tandem/orders';
import type { OrderDetails } from '../order-details';
import { OrderDetailsReader } from '../order-details.reader';

/** Orders while they are open. */
@Injectable()
export class CartsReader {
  constructor(
    private readonly orders: OrdersReader,
    private readonly details: OrderDetailsReader,
  ) {}

  /** @throws OrderNotFound, also for one that is completed or canceled */
  async get(ctx: RequestContext, ref: OrderRef): Promise<OrderDetails> {
    const order = await this.orders.get(ctx, ref);
    if (order.state !== 'open') throw new OrderNotFound();
    return this.details.load(order);
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
