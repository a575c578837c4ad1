import { Injectable } from '@nestjs/common';
import { CustomersReader, type Customer } from '@tandem/customers';
import { EVERY_ORDER, type Page, type Paging, type RequestContext } from '@tandem/context';
import type { Queryable } from '@tandem/database';
import {
  isOpenTo,
  OrderNotFound,
  OrdersReader,
  OrdersRepository,
  type Order,
  type OrderFilters,
  type OrderRef,
  type OrderSort,
  withoutPerson,
} from '@tandem/orders';
import { dueOf, type Due } from '@tandem/payment-collections';
import { PaymentMethodsReader, type PaymentMethod } from '@tandem/payment-methods';
import {
  chosenByHand,
  PaymentSessionsReader,
  type CollectionDetails,
  type PaymentSession,
} from '@tandem/payment-sessions';
import { PaymentNotFound } from '@tandem/payments';
import { CreditsReader, type CreditUse, type GiftCard } from '@tandem/store-credits';
import { RegionNotFound, StoresReader, type Region } from '@tandem/stores';

/** An order with its payment side, for an answer that shows both. */
export interface OrderDetails {
  readonly order: Order;
  /** What is to be paid for the whole of it. */
  readonly payment: CollectionDetails;
  /** What the store's people asked for besides, once it was placed (Medusa), oldest first. */
  readonly additional: readonly CollectionDetails[];
  /** The store's methods, also those no longer active: a payment made with one still names it. */
  readonly methods: readonly PaymentMethod[];
  /** The card that pays a part of it. */
  readonly giftCard: GiftCard | null;
  /** What store credit and the gift card pay of it, oldest first. */
  readonly credit: readonly CreditUse[];
  /** Whose it is; null for a guest's. */
  readonly customer: Customer | null;
  readonly region: Region;
}

/** What is due for an order, as both dialects show it. */
export function dueIn(details: OrderDetails): Due {
  const collections = collectionsOf(details).map(({ collection }) => collection);
  return dueOf(details.order, collections);
}

/** An order with one of its payments, or of what is chosen to become one. */
export interface PaymentOfOrder {
  readonly details: OrderDetails;
  /** UUID. */
  readonly paymentId: string;
}

/** What its shopper has chosen to pay by hand once it is placed. */
export function chosenOf({ order, payment, methods }: OrderDetails): PaymentSession | null {
  return order.state === 'open' ? chosenByHand(payment.sessions, methods) : null;
}

/** All that was to be paid for an order, its first collection before the further ones. */
export function collectionsOf({ payment, additional }: OrderDetails): readonly CollectionDetails[] {
  return [payment, ...additional];
}

/** What of an order the caller is shown: who knows no more than the id it is paid by is shown no person, and once it is placed no card. */
export function shownTo<T extends Pick<OrderDetails, 'order' | 'payment'>>(
  { caller }: RequestContext,
  details: T,
): T {
  const { order, payment } = details;
  if (isOpenTo(caller, order)) return details;
  const shown = order.state === 'open' ? payment : withoutPayer(payment);
  return { ...details, order: withoutPerson(order), payment: shown };
}

/** A collection without the secrets of its sessions' pages and what its payments were paid with. */
function withoutPayer(details: CollectionDetails): CollectionDetails {
  return {
    ...details,
    sessions: details.sessions.map((session) => ({ ...session, data: {} })),
    payments: details.payments.map((history) => ({
      ...history,
      card: null,
      payment: { ...history.payment, paidWith: null },
    })),
  };
}

@Injectable()
export class OrderDetailsReader {
  constructor(
    private readonly orders: OrdersReader,
    private readonly repository: OrdersRepository,
    private readonly sessions: PaymentSessionsReader,
    private readonly methods: PaymentMethodsReader,
    private readonly credits: CreditsReader,
    private readonly customers: CustomersReader,
    private readonly stores: StoresReader,
  ) {}

  /** An order with all that is to be paid and was paid for it. @throws OrderNotFound, also for a placed one that is not all theirs */
  async get(ctx: RequestContext, ref: OrderRef, shownId: string | null = null): Promise<OrderDetails> {
    const order = await this.orders.get(ctx, ref, shownId);
    if (order.state !== 'open' && !isOpenTo(ctx.caller, order)) throw new OrderNotFound(shownId);
    return shownTo(ctx, await this.of(order));
  }

  /** The same with one of its payments. @throws OrderNotFound, PaymentNotFound */
  async withPayment(ctx: RequestContext, order: OrderRef, id: string): Promise<PaymentOfOrder> {
    const details = await this.get(ctx, order);
    const payments = collectionsOf(details).flatMap((collection) => collection.payments);
    const ids = [...payments.map(({ payment }) => payment.id), chosenOf(details)?.id];
    if (!ids.includes(id)) throw new PaymentNotFound(id);
    return { details, paymentId: id };
  }

  /** An order as it stands now; in a transaction, after its changes. */
  async again(on: Queryable, { storeId, id }: Pick<Order, 'storeId' | 'id'>): Promise<OrderDetails> {
    const order = await this.repository.find(on, storeId, { id }, EVERY_ORDER);
    if (order === null) throw new OrderNotFound();
    return this.of(order, on);
  }

  async of(order: Order, on?: Queryable): Promise<OrderDetails> {
    const [details] = await this.ofAll(order.storeId, [order], on);
    if (!details) throw new OrderNotFound();
    return details;
  }

  /** One that was placed: no cart, and none handed over that is not paid yet. @throws OrderNotFound */
  async placed(ctx: RequestContext, ref: OrderRef): Promise<OrderDetails> {
    const order = await this.orders.get(ctx, ref);
    if (order.completedAt === null || !isOpenTo(ctx.caller, order)) throw new OrderNotFound();
    return this.of(order);
  }

  /** Also one handed over that is not paid yet, but no cart that a shopper fills. @throws OrderNotFound */
  async placedOrHandedOver(ctx: RequestContext, ref: OrderRef): Promise<OrderDetails> {
    const order = await this.orders.get(ctx, ref);
    if (order.completedAt === null && order.step === 'cart') throw new OrderNotFound();
    return this.of(order);
  }

  /** Newest first, unless sorted otherwise, within the caller's reach. */
  async page(
    ctx: RequestContext,
    filters: OrderFilters,
    paging: Paging,
    sort?: OrderSort,
  ): Promise<Page<OrderDetails>> {
    const { items, count } = await this.orders.page(ctx, filters, paging, sort);
    return { items: await this.ofAll(ctx.storeId, items), count };
  }

  /** One statement for each kind of thing, however many orders. */
  private async ofAll(storeId: string, orders: readonly Order[], on?: Queryable): Promise<OrderDetails[]> {
    if (orders.length === 0) return [];
    const ids = orders.map(({ id }) => id);
    const collections = await this.sessions.collectionsOfOrders(storeId, ids, on);
    const withCards = orders.filter((order) => order.giftCardTotal.isPositive()).map(({ id }) => id);
    const cards = await this.credits.giftCardsOf(storeId, withCards, on);
    const methods = await this.methods.all(storeId, on);
    const surroundings = await this.surroundingsOf(storeId, orders, on);
    return orders.map((order) => {
      const own = collections.filter(({ collection }) => collection.orderId === order.id);
      const payment = own.find(({ collection }) => collection.id === order.id);
      if (!payment) throw new Error(`order ${order.id} has no payment collection`);
      const additional = own.filter((other) => other !== payment);
      const giftCard = cards.get(order.id) ?? null;
      return { order, payment, additional, methods, giftCard, ...surroundings(order) };
    });
  }

  /** Where each order was sold, to whom, and what credit pays of it. */
  private async surroundingsOf(
    storeId: string,
    orders: readonly Order[],
    on?: Queryable,
  ): Promise<(order: Order) => Pick<OrderDetails, 'credit' | 'customer' | 'region'>> {
    const owners = new Set(orders.flatMap(({ customerId }) => customerId ?? []));
    const customers = await this.customers.findAll(storeId, [...owners], on);
    const withCredit = orders.filter(({ storeCreditTotal, giftCardTotal }) =>
      storeCreditTotal.plus(giftCardTotal).isPositive(),
    );
    const uses = await this.credits.usesOf(
      storeId,
      withCredit.map(({ id }) => id),
      on,
    );
    const regions = await this.stores.regions(storeId, on);
    return ({ id, customerId, regionId }) => {
      const region = regions.get(regionId);
      if (!region) throw new RegionNotFound(regionId);
      const customer = (customerId && customers.get(customerId)) || null;
      return { credit: uses.filter(({ orderId }) => orderId === id), customer, region };
    };
  }
}
