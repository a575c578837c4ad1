import { Injectable } from '@nestjs/common';
import { CustomersReader } from '@tandem/customers';
import { EVERY_ORDER, type AccessScope, type Page, type Paging, type RequestContext } from '@tandem/context';
import { Database, type Queryable } from '@tandem/database';
import {
  hasCreditApplied,
  isOpenTo,
  OrderNotFound,
  OrdersReader,
  type Order,
  type OrderFilters,
  type OrderRef,
  type OrderSort,
} from '@tandem/orders';
import type { PaymentCollection } from '@tandem/payment-collections';
import { PaymentMethodsReader } from '@tandem/payment-methods';
import { PaymentSessionsReader, type CollectionDetails } from '@tandem/payment-sessions';
import { PaymentNotFound } from '@tandem/payments';
import { CreditsReader } from '@tandem/store-credits';
import { RegionNotFound, StoresReader } from '@tandem/stores';
import { OrdersInFullRepository, type OrderInFull } from './orders-in-full.repository';
import { chosenOf, collectionsOf, visibleTo, type OrderDetails, type PaymentOfOrder } from './order-details';

@Injectable()
export class OrderDetailsReader {
  constructor(
    private readonly database: Database,
    private readonly orders: OrdersReader,
    private readonly inFull: OrdersInFullRepository,
    private readonly sessions: PaymentSessionsReader,
    private readonly methods: PaymentMethodsReader,
    private readonly credits: CreditsReader,
    private readonly customers: CustomersReader,
    private readonly stores: StoresReader,
  ) {}

  /** An order with its collections and payments. @throws OrderNotFound, also for a placed order without full access */
  async get(ctx: RequestContext, ref: OrderRef, publicId: string | null = null): Promise<OrderDetails> {
    const isShown = (order: Order): boolean => order.state === 'open' || isOpenTo(ctx.caller, order);
    return visibleTo(ctx, await this.getIf(ctx, ref, isShown, publicId));
  }

  /** The same with one of its payments. @throws OrderNotFound, PaymentNotFound */
  async getWithPayment(ctx: RequestContext, order: OrderRef, id: string): Promise<PaymentOfOrder> {
    const details = await this.get(ctx, order);
    const payments = collectionsOf(details).flatMap((collection) => collection.payments);
    const ids = [...payments.map(({ payment }) => payment.id), chosenOf(details)?.id];
    if (!ids.includes(id)) throw new PaymentNotFound(id);
    return { details, paymentId: id };
  }

  /** Reads the order again, in a transaction after its changes. */
  async reload(on: Queryable, named: Pick<Order, 'storeId' | 'id'>): Promise<OrderDetails> {
    const details = await this.find(on, named, EVERY_ORDER);
    if (details === null) throw new OrderNotFound();
    return details;
  }

  /** Null if the order is not in the scope. */
  async find(
    on: Queryable,
    { storeId, id }: Pick<Order, 'storeId' | 'id'>,
    scope: AccessScope,
  ): Promise<OrderDetails | null> {
    const found = await this.inFull.findByRef(on, storeId, { id }, scope);
    return found && this.complete(found, on);
  }

  async load(order: Order, on?: Queryable): Promise<OrderDetails> {
    const [details] = await this.loadAll(order.storeId, [order], on);
    if (!details) throw new OrderNotFound();
    return details;
  }

  /** A placed order; neither a cart nor an unpaid imported order. @throws OrderNotFound */
  getPlaced(ctx: RequestContext, ref: OrderRef): Promise<OrderDetails> {
    return this.getIf(ctx, ref, (order) => order.completedAt !== null && isOpenTo(ctx.caller, order));
  }

  /** A placed or an imported order, paid or not; no cart. @throws OrderNotFound */
  getPlacedOrImported(ctx: RequestContext, ref: OrderRef): Promise<OrderDetails> {
    return this.getIf(ctx, ref, ({ completedAt, step }) => completedAt !== null || step !== 'cart');
  }

  /** The order, if it meets the condition. @throws OrderNotFound */
  async getIf(
    { storeId, caller }: RequestContext,
    ref: OrderRef,
    isShown: (order: Order) => boolean = () => true,
    publicId: string | null = null,
  ): Promise<OrderDetails> {
    const found = await this.inFull.findByRef(this.database, storeId, ref, caller.scope);
    if (found === null || !isShown(found.order)) throw new OrderNotFound(publicId);
    return this.complete(found);
  }

  /** Orders within the caller's access scope; newest first, unless sorted otherwise. */
  async findPage(
    ctx: RequestContext,
    filters: OrderFilters,
    paging: Paging,
    sort?: OrderSort,
  ): Promise<Page<OrderDetails>> {
    const { items, count } = await this.orders.findPage(ctx, filters, paging, sort);
    return { items: await this.loadAll(ctx.storeId, items), count };
  }

  /** An order that was just inserted with its collection. */
  async loadNew(order: Order, collection: PaymentCollection, on: Queryable): Promise<OrderDetails> {
    const providerIds = await this.methods.findVisibleProviders(order.storeId, on);
    const payment = { collection, sessions: [], payments: [], providerIds };
    const [details] = await this.withRelated(order.storeId, [order], [payment], on);
    if (!details) throw new OrderNotFound();
    return details;
  }

  private async complete({ order, collections }: OrderInFull, on?: Queryable): Promise<OrderDetails> {
    const own = await this.sessions.loadDetails(order.storeId, collections, on);
    const [details] = await this.withRelated(order.storeId, [order], own, on);
    if (!details) throw new OrderNotFound();
    return details;
  }

  /** One statement for each kind of record, however many orders. */
  private async loadAll(storeId: string, orders: readonly Order[], on?: Queryable): Promise<OrderDetails[]> {
    if (orders.length === 0) return [];
    const ids = orders.map(({ id }) => id);
    return this.withRelated(storeId, orders, await this.sessions.findByOrders(storeId, ids, on), on);
  }

  private async withRelated(
    storeId: string,
    orders: readonly Order[],
    collections: readonly CollectionDetails[],
    on?: Queryable,
  ): Promise<OrderDetails[]> {
    const withCards = orders.filter((order) => order.giftCardTotal.isPositive()).map(({ id }) => id);
    const cards = await this.credits.findGiftCardsByOrders(storeId, withCards, on);
    const methods = await this.methods.findAll(storeId, on);
    const related = await this.loadRelated(storeId, orders, on);
    return orders.map((order) => {
      const own = collections.filter(({ collection }) => collection.orderId === order.id);
      const payment = own.find(({ collection }) => collection.id === order.id);
      if (!payment) throw new Error(`order ${order.id} has no payment collection`);
      const additional = own.filter((other) => other !== payment);
      const giftCard = cards.get(order.id) ?? null;
      return { order, payment, additional, methods, giftCard, ...related(order) };
    });
  }

  /** The region, the customer and the applied credit of each order. */
  private async loadRelated(
    storeId: string,
    orders: readonly Order[],
    on?: Queryable,
  ): Promise<(order: Order) => Pick<OrderDetails, 'credit' | 'customer' | 'region'>> {
    const owners = new Set(orders.flatMap(({ customerId }) => customerId ?? []));
    const customers = await this.customers.findAll(storeId, [...owners], on);
    const withCredit = orders.filter(hasCreditApplied);
    const uses = await this.credits.findUsesByOrders(
      storeId,
      withCredit.map(({ id }) => id),
      on,
    );
    const regionIds = orders.map(({ regionId }) => regionId);
    const regions = await this.stores.getRegions(storeId, regionIds, on);
    return ({ id, customerId, regionId }) => {
      const region = regions.get(regionId);
      if (!region) throw new RegionNotFound(regionId);
      const customer = (customerId && customers.get(customerId)) || null;
      return { credit: uses.filter(({ orderId }) => orderId === id), customer, region };
    };
  }
}
