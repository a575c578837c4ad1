import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@tandem/context';
import { Database, type Queryable } from '@tandem/database';
import type { Order, OrderRef } from './order';
import { OrderNotFound } from './orders.errors';
import { OrdersRepository } from './orders.repository';

@Injectable()
export class OrdersReader {
  constructor(
    private readonly database: Database,
    private readonly orders: OrdersRepository,
  ) {}

  /** The order, if it is within the caller's reach. */
  find(ctx: RequestContext, ref: OrderRef, on: Queryable = this.database): Promise<Order | null> {
    return this.orders.find(on, ctx.storeId, ref, ctx.caller.reach);
  }

  /** `ref` is null for an id of no known form. @throws OrderNotFound */
  async get(ctx: RequestContext, ref: OrderRef | null, shownId: string | null = null): Promise<Order> {
    const order = ref === null ? null : await this.find(ctx, ref);
    if (order === null) throw new OrderNotFound(shownId);
    return order;
  }
}
