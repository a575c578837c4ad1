import { Injectable } from '@nestjs/common';
import type { Page, Paging, RequestContext } from '@tandem/context';
import type { Queryable } from '@tandem/database';
import {
  OrderNotFound,
  OrdersReader,
  OrdersRepository,
  type Order,
  type OrderFilters,
  type OrderRef,
} from '@tandem/orders';
import { PaymentMethodsReader, type PaymentMethod } from '@tandem/payment-methods';
import { PaymentSessionsReader, type CollectionDetails } from '@tandem/payment-sessions';
import { CreditsReader, type GiftCard } from '@tandem/store-credits';

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
}

/** All that was to be paid for an order, its first collection before the further ones. */
export function collectionsOf({ payment, additional }: OrderDetails): readonly CollectionDetails[] {
  return [payment, ...additional];
}

const ALL = { all: true, customerId: null, orderId: null, guestCarts: false };

@Injectable()
export class OrderDetailsReader {
  constructor(
    private readonly orders: OrdersReader,
    private readonly repository: OrdersRepository,
    private readonly sessions: PaymentSessionsReader,
    private readonly methods: PaymentMethodsReader,
    private readonly credits: CreditsReader,
  ) {}

  /** An order with all that is to be paid and was paid for it. @throws OrderNotFound */
  async get(ctx: RequestContext, ref: OrderRef | null, shownId: string | null = null): Promise<OrderDetails> {
    return this.of(await this.orders.get(ctx, ref, shownId));
  }

  /** An order as it stands after a change in this transaction. */
  async again(on: Queryable, { storeId, id }: Order): Promise<OrderDetails> {
    const order = await this.repository.find(on, storeId, { id }, ALL);
    if (order === null) throw new OrderNotFound();
    return this.of(order, on);
  }

  async of(order: Order, on?: Queryable): Promise<OrderDetails> {
    const [details] = await this.ofAll(order.storeId, [order], on);
    if (!details) throw new OrderNotFound();
    return details;
  }

  /** Newest first, within the caller's reach. */
  async page(ctx: RequestContext, filters: OrderFilters, paging: Paging): Promise<Page<OrderDetails>> {
    const { items, count } = await this.orders.page(ctx, filters, paging);
    return { items: await this.ofAll(ctx.storeId, items), count };
  }

  /** One statement for each kind of thing, however many orders. */
  private async ofAll(storeId: string, orders: readonly Order[], on?: Queryable): Promise<OrderDetails[]> {
    const ids = orders.map(({ id }) => id);
    const collections = await this.sessions.collectionsOfOrders(storeId, ids, on);
    const withCards = orders.filter((order) => order.giftCardTotal.isPositive()).map(({ id }) => id);
    const cards = await this.credits.giftCardsOf(storeId, withCards, on);
    const methods = await this.methods.all(storeId, on);
    return orders.map((order) => {
      const own = collections.filter(({ collection }) => collection.orderId === order.id);
      const payment = own.find(({ collection }) => collection.id === order.id);
      if (!payment) throw new Error(`order ${order.id} has no payment collection`);
      const additional = own.filter((other) => other !== payment);
      return { order, payment, additional, methods, giftCard: cards.get(order.id) ?? null };
    });
  }
}
