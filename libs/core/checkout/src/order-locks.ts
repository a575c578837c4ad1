import { Injectable } from '@nestjs/common';
import type { AccessScope, RequestContext } from '@tandem/context';
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
import { MoneyInFlight } from '@tandem/payments';

/** An order locked against changes, with its first payment collection. */
export interface LockedOrder {
  readonly order: Order;
  readonly collection: PaymentCollection;
}

/** An order that may be placed. */
export interface OrderToPlace extends LockedOrder {
  /** The amount that refunds and voids in flight take off its collection if they succeed. */
  readonly leaving: Money;
}

/** Locks an order, then its collection: every transaction uses this sequence, so that none deadlock. */
@Injectable()
export class OrderLocks {
  constructor(
    private readonly orders: OrdersRepository,
    private readonly collections: CollectionsRepository,
    private readonly leaving: MoneyInFlight,
  ) {}

  /** @throws OrderNotFound */
  async acquire(
    tx: Tx,
    ctx: RequestContext,
    ref: OrderRef,
    scope: AccessScope = ctx.caller.scope,
  ): Promise<LockedOrder> {
    const found = 'id' in ref ? ref : await this.orders.findByRef(tx, ctx.storeId, ref, scope);
    const order = found && (await this.orders.lockForUpdate(tx, ctx.storeId, found.id, scope));
    return this.withCollection(tx, order);
  }

  /** Null for a placed or canceled order, without reading it in full. @throws OrderNotFound */
  async acquireOpenToPlace(tx: Tx, ctx: RequestContext, id: string): Promise<OrderToPlace | null> {
    const { state } = await this.lockOrder(tx, ctx, id);
    if (state !== 'open') return null;
    const { storeId, caller } = ctx;
    const locked = await this.withCollection(
      tx,
      await this.orders.findByRef(tx, storeId, { id }, caller.scope),
    );
    return { ...locked, leaving: await this.leaving.findAmount(tx, locked.collection) };
  }

  /** Locks the order alone. @throws OrderNotFound */
  async lockOrder(tx: Tx, { storeId, caller }: RequestContext, id: string): Promise<LockedState> {
    const locked = await this.orders.lockState(tx, storeId, id, caller.scope);
    if (locked === null) throw new OrderNotFound();
    return locked;
  }

  /** @throws OrderNotFound */
  async acquireToPlace(tx: Tx, ctx: RequestContext, ref: OrderRef): Promise<OrderToPlace> {
    const locked = await this.acquire(tx, ctx, ref);
    return { ...locked, leaving: await this.leaving.findAmount(tx, locked.collection) };
  }

  private async withCollection(tx: Tx, order: Order | null): Promise<LockedOrder> {
    const collection = order && (await this.collections.lockForUpdate(tx, order.storeId, order.id));
    if (!order || !collection) throw new OrderNotFound();
    return { order, collection };
  }

  /** Only an open order can change, and only for a request in its currency. @throws OrderNotFound, OrderNotOpen, OrderCurrencyFixed */
  async acquireOpen(tx: Tx, ctx: RequestContext, ref: OrderRef): Promise<LockedOrder> {
    const locked = await this.acquire(tx, ctx, ref);
    const { state } = locked.order;
    if (!isOpenTo(ctx.caller, locked.order)) throw new OrderNotFound();
    if (state !== 'open') throw new OrderNotOpen(state);
    refuseOtherCurrency(ctx, locked.order);
    return locked;
  }
}
