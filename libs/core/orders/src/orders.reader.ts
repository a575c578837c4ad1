import { Injectable } from '@nestjs/common';
import type { Page, Paging, RequestContext } from '@tandem/context';
import { Database, type Queryable } from '@tandem/database';
import type { Order, OrderRef } from './order';
import { OrderNotFound } from './orders.errors';
import { OrderListsRepository, type OrderFilters, type OrderSort } from './order-lists.repository';
import { OrdersRepository } from './orders.repository';
import { PlacementsRepository, type UnplacedOrder } from './placements.repository';

@Injectable()
export class OrdersReader {
  constructor(
    private readonly database: Database,
    private readonly orders: OrdersRepository,
    private readonly lists: OrderListsRepository,
    private readonly placements: PlacementsRepository,
  ) {}

  /** The order, if it is in the caller's access scope. */
  find(ctx: RequestContext, ref: OrderRef, on: Queryable = this.database): Promise<Order | null> {
    return this.orders.findByRef(on, ctx.storeId, ref, ctx.caller.scope);
  }

  /** @throws OrderNotFound */
  async get(ctx: RequestContext, ref: OrderRef, publicId: string | null = null): Promise<Order> {
    const order = await this.find(ctx, ref);
    if (order === null) throw new OrderNotFound(publicId);
    return order;
  }

  /** The order's id, without reading its lines. @throws OrderNotFound */
  async getId({ storeId, caller }: RequestContext, ref: OrderRef): Promise<string> {
    const id = await this.orders.findId(this.database, storeId, ref, caller.scope);
    if (id === null) throw new OrderNotFound();
    return id;
  }

  /** Open orders that are paid but cannot be completed, oldest first. */
  findUnplaced(ctx: RequestContext, paging: Paging): Promise<Page<UnplacedOrder>> {
    return this.placements.findPage(ctx.storeId, paging);
  }

  /** The store's orders that match the filters; a customer sees only their own. Newest first by default. */
  findPage(
    ctx: RequestContext,
    filters: OrderFilters,
    paging: Paging,
    sort?: OrderSort,
  ): Promise<Page<Order>> {
    const { all, customerId } = ctx.caller.scope;
    if (!all && customerId === null) return Promise.resolve({ items: [], count: 0 });
    const within = customerId === null ? filters : { ...filters, customerId };
    return this.lists.findPage(ctx.storeId, within, paging, sort);
  }
}
