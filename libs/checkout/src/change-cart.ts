import { Injectable } from '@nestjs/common';
import { given, type RequestContext } from '@tandem/context';
import type { Address, OrderRef } from '@tandem/orders';
import { CartItems, type WantedItem } from './cart-items';
import { ChangeOpenOrder } from './change-open-order';
import type { OrderDetails } from './order-details.reader';

/** What is left out stays. */
export interface ChangeCartInput {
  readonly email?: string;
  readonly locale?: string;
  readonly customerNote?: string | null;
  readonly billAddress?: Address;
  readonly shipAddress?: Address;
  /** Merged over the order's own. */
  readonly metadata?: Readonly<Record<string, unknown>>;
  /** Each with the quantity it shall have; lines of other variants stay. */
  readonly items?: readonly WantedItem[];
}

/**
 * Changes what a shopper says of an open order: contact, addresses, lines.
 * @throws OrderNotFound, OrderNotOpen, VariantNotFound, VariantWithoutPrice, PaidForMore
 */
@Injectable()
export class ChangeCart {
  constructor(
    private readonly change: ChangeOpenOrder,
    private readonly items: CartItems,
  ) {}

  run(ctx: RequestContext, ref: OrderRef | null, input: ChangeCartInput): Promise<OrderDetails> {
    const { items, metadata, ...details } = input;
    return this.change.run(ctx, ref, async (tx, { order }) => ({
      details: { ...given(details), metadata: { ...order.metadata, ...metadata } },
      ...(items && { items: await this.items.set(tx, order, items) }),
    }));
  }
}
