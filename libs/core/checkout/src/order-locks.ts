import { Injectable } from '@nestjs/common';
import { EVERY_ORDER, type AccessScope, type RequestContext } from '@tandem/context';
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
  type OrderState,
  type OrderRef,
} from '@tandem/orders';
import { CollectionsRepository, type PaymentCollection } from '@tandem/payment-collections';
import { MoneyInFlight } from '@tandem/payments';
import type { OrderDetails } from './order-details';
import { OrderDetailsReader } from './order-details.reader';

/** An order locked against changes, with its first payment collection. */
export interface LockedOrder {
  readonly order: Order;
  readonly collection: PaymentCollection;
}

/** An order that may be placed. */
export interface OrderToPlace extends LockedOrder {
  /** The order with everything a response shows of it, read under its locks. */
  readonly details: OrderDetails;
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
    private readonly reader: OrderDetailsReader,
  ) {}

  /** @throws OrderNotFound */
  async acquire(
    tx: Tx,
    { storeId, caller }: RequestContext,
    ref: OrderRef,
    scope: AccessScope = caller.scope,
  ): Promise<LockedOrder> {
    const { collection } = await this.lock(tx, storeId, ref, scope);
    const order = await this.orders.findByRef(tx, storeId, { id: collection.orderId }, scope);
    if (order === null) throw new OrderNotFound();
    return { order, collection };
  }

  /** Null for a placed or canceled order, without reading it in full. @throws OrderNotFound */
  async acquireOpenToPlace(tx: Tx, ctx: RequestContext, id: string): Promise<OrderToPlace | null> {
    const { state } = await this.lock(tx, ctx.storeId, { id }, ctx.caller.scope);
    return state === 'open' ? this.toPlace(tx, ctx, id) : null;
  }

  /** Locks the order alone. @throws OrderNotFound */
  async lockOrder(tx: Tx, { storeId, caller }: RequestContext, id: string): Promise<LockedState> {
    const locked = await this.orders.lockState(tx, storeId, id, caller.scope);
    if (locked === null) throw new OrderNotFound();
    return locked;
  }

  /** @throws OrderNotFound */
  async acquireToPlace(tx: Tx, ctx: RequestContext, ref: OrderRef): Promise<OrderToPlace> {
    const { collection } = await this.lock(tx, ctx.storeId, ref, ctx.caller.scope);
    return this.toPlace(tx, ctx, collection.orderId);
  }

  /** The order with everything a response shows of it, read under its locks. @throws OrderNotFound */
  async acquireInFull(tx: Tx, ctx: RequestContext, ref: OrderRef): Promise<OrderDetails> {
    const { collection } = await this.lock(tx, ctx.storeId, ref, ctx.caller.scope);
    return this.reader.reload(tx, { storeId: ctx.storeId, id: collection.orderId });
  }

  /** Locks an order and its collection, in any caller's scope: for a transaction that settles a payment first. @throws OrderNotFound */
  async lockToPlace(tx: Tx, { storeId, id }: Pick<Order, 'storeId' | 'id'>): Promise<void> {
    await this.lock(tx, storeId, { id }, EVERY_ORDER);
  }

  /** The order and its collection must be locked. Null if the caller may not access it (any more). */
  async findToPlace(tx: Tx, { storeId, caller }: RequestContext, id: string): Promise<OrderToPlace | null> {
    const details = await this.reader.find(tx, { storeId, id }, caller.scope);
    if (details === null) return null;
    const { order, payment } = details;
    const leaving = await this.leaving.findAmount(tx, payment);
    return { order, collection: payment.collection, details, leaving };
  }

  private async toPlace(tx: Tx, ctx: RequestContext, id: string): Promise<OrderToPlace> {
    const found = await this.findToPlace(tx, ctx, id);
    if (found === null) throw new OrderNotFound();
    return found;
  }

  private async lock(
    tx: Tx,
    storeId: string,
    ref: OrderRef,
    scope: AccessScope,
  ): Promise<{ readonly state: OrderState; readonly collection: PaymentCollection }> {
    const named = 'id' in ref ? ref : await this.orders.findByRef(tx, storeId, ref, scope);
    const locked = named && (await this.collections.lockWithOrder(tx, storeId, named.id, scope));
    if (!locked) throw new OrderNotFound();
    return locked;
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
