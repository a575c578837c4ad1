import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@tandem/context';
import type { Queryable } from '@tandem/database';
import { OrdersReader, type Order, type OrderRef } from '@tandem/orders';
import { PaymentMethodsReader, type PaymentMethod } from '@tandem/payment-methods';
import { PaymentSessionsReader, type CollectionDetails } from '@tandem/payment-sessions';

/** An order with its payment side, for an answer that shows both. */
export interface OrderDetails {
  readonly order: Order;
  readonly payment: CollectionDetails;
  /** The store's methods, also those no longer active: a payment made with one still names it. */
  readonly methods: readonly PaymentMethod[];
}

@Injectable()
export class OrderDetailsReader {
  constructor(
    private readonly orders: OrdersReader,
    private readonly sessions: PaymentSessionsReader,
    private readonly methods: PaymentMethodsReader,
  ) {}

  /** An order with all that is to be paid and was paid for it. @throws OrderNotFound */
  async get(ctx: RequestContext, ref: OrderRef | null, shownId: string | null = null): Promise<OrderDetails> {
    return this.of(await this.orders.get(ctx, ref, shownId));
  }

  async of(order: Order, on?: Queryable): Promise<OrderDetails> {
    const payment = await this.sessions.collection(order.storeId, order.id, on);
    return { order, payment, methods: await this.methods.all(order.storeId) };
  }
}
