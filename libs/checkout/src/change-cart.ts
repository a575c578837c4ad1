import { Injectable } from '@nestjs/common';
import { answer, unwrap, type RequestContext } from '@tandem/context';
import { Database } from '@tandem/database';
import type { Address, OrderRef } from '@tandem/orders';
import { CartItems, type WantedItem } from './cart-items';
import { KeepTotals, type OrderChange } from './keep-totals';
import { OrderDetailsReader, type OrderDetails } from './order-details.reader';
import { OrderLocks } from './order-locks';

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
    private readonly database: Database,
    private readonly locks: OrderLocks,
    private readonly items: CartItems,
    private readonly totals: KeepTotals,
    private readonly reader: OrderDetailsReader,
  ) {}

  run(ctx: RequestContext, ref: OrderRef | null, input: ChangeCartInput): Promise<OrderDetails> {
    const { items, metadata, ...details } = input;
    return this.database.transaction(async (tx) => {
      const held = await this.locks.takeOpen(tx, ctx, ref);
      await ctx.idempotency.claim(tx);
      const change: OrderChange = {
        details: { ...defined(details), metadata: { ...held.order.metadata, ...metadata } },
        ...(items && { items: await this.items.set(tx, held.order, items) }),
      };
      await this.totals.run(tx, held, change);
      return unwrap(await answer(ctx, tx, { value: await this.reader.again(tx, held.order) }));
    });
  }
}

function defined<T extends object>(values: T): T {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T;
}
