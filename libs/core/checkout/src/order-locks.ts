import { Injectable } from '@nestjs/common';
import type { Reach, RequestContext } from '@tandem/context';
import type { Tx } from '@tandem/database';
import type { Money } from '@tandem/money';
import {
  isOpenTo,
  OrderNotFound,
  OrderNotOpen,
  OrdersRepository,
  refuseOtherCurrency,
  type LockedState,
  type Order,
  type OrderRef,
} from '@tandem/orders';
import { CollectionsRepository, type PaymentCollection } from '@tandem/payment-collections';
import { MoneyLeaving } from '@tandem/payments';

/** An order held against every change, with the collection of what is to be paid for it. */
export interface HeldOrder {
  readonly order: Order;
  readonly collection: PaymentCollection;
}

/** An order that is looked at to be placed. */
export interface OrderToPlace extends HeldOrder {
  /** What refunds and voids in flight take of its collection if they succeed. */
  readonly leaving: Money;
}

/** Takes the locks of an order's change in the one order that every transaction keeps: order, collection. */
@Injectable()
export class OrderLocks {
  constructor(
    private readonly orders: OrdersRepository,
    private readonly collections: CollectionsRepository,
    private readonly leaving: MoneyLeaving,
  ) {}

  /** @throws OrderNotFound */
  async take(
    tx: Tx,
    ctx: RequestContext,
    ref: OrderRef,
    reach: Reach = ctx.caller.reach,
  ): Promise<HeldOrder> {
    const found = 'id' in ref ? ref : await this.orders.find(tx, ctx.storeId, ref, reach);
    const order = found && (await this.orders.lock(tx, ctx.storeId, found.id, reach));
    return this.withCollection(tx, order);
  }

  /** Null for an order that is placed or canceled: then nothing more is read. @throws OrderNotFound */
  async takeOpenToPlace(tx: Tx, ctx: RequestContext, id: string): Promise<OrderToPlace | null> {
    const { state } = await this.lockOrder(tx, ctx, id);
    if (state !== 'open') return null;
    const { storeId, caller } = ctx;
    const held = await this.withCollection(tx, await this.orders.find(tx, storeId, { id }, caller.reach));
    return { ...held, leaving: await this.leaving.of(tx, held.collection) };
  }

  /** The order's lock alone. @throws OrderNotFound */
  async lockOrder(tx: Tx, { storeId, caller }: RequestContext, id: string): Promise<LockedState> {
    const locked = await this.orders.lockState(tx, storeId, id, caller.reach);
    if (locked === null) throw new OrderNotFound();
    return locked;
  }

  /** @throws OrderNotFound */
  async takeToPlace(tx: Tx, ctx: RequestContext, ref: OrderRef): Promise<OrderToPlace> {
    const held = await this.take(tx, ctx, ref);
    return { ...held, leaving: await this.leaving.of(tx, held.collection) };
  }

  private async withCollection(tx: Tx, order: Order | null): Promise<HeldOrder> {
    const collection = order && (await this.collections.lock(tx, order.storeId, order.id));
    if (!order || !collection) throw new OrderNotFound();
    return { order, collection };
  }

  /** Only an open order changes, and not for a page that shows another currency. @throws OrderNotFound, OrderNotOpen, OrderCurrencyFixed */
  async takeOpen(tx: Tx, ctx: RequestContext, ref: OrderRef): Promise<HeldOrder> {
    const held = await this.take(tx, ctx, ref);
    const { state } = held.order;
    if (!isOpenTo(ctx.caller, held.order)) throw new OrderNotFound();
    if (state !== 'open') throw new OrderNotOpen(state);
    refuseOtherCurrency(ctx, held.order);
    return held;
  }
}
