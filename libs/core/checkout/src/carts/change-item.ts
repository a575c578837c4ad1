import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@tandem/context';
import type { OrderRef } from '@tandem/orders';
import { ChangeOpenOrder, lineOf } from './change-open-order';
import type { OrderDetails } from '../order-details.reader';

export interface ChangeItemInput {
  /** The line (UUID). */
  readonly itemId: string;
  /** Left out: it stays. Zero takes the line out. */
  readonly quantity?: number;
  /** Merged over the line's own. */
  readonly metadata?: Readonly<Record<string, unknown>>;
}

/** Changes how many of a line, at the price it was put in for. @throws OrderNotFound, OrderNotOpen, LineItemNotFound, PaidForMore */
@Injectable()
export class ChangeItem {
  constructor(private readonly change: ChangeOpenOrder) {}

  run(ctx: RequestContext, ref: OrderRef, input: ChangeItemInput): Promise<OrderDetails> {
    return this.change.run(ctx, ref, (_, { order }) => {
      const line = lineOf(order, input.itemId);
      const { quantity = line.quantity } = input;
      if (quantity === 0) return { items: order.items.filter((other) => other !== line) };
      const changed = { ...line, quantity, metadata: { ...line.metadata, ...input.metadata } };
      return { items: order.items.map((other) => (other === line ? changed : other)) };
    });
  }
}
