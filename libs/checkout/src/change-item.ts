import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@tandem/context';
import type { OrderRef } from '@tandem/orders';
import { ChangeItems, lineOf } from './change-items';
import type { OrderDetails } from './order-details.reader';

export interface ChangeItemInput {
  /** The line (UUID), null for an id of no known form. */
  readonly itemId: string | null;
  /** Left out: it stays. */
  readonly quantity?: number;
  /** Merged over the line's own. */
  readonly metadata?: Readonly<Record<string, unknown>>;
}

/** Changes how many of a line, at the price it was put in for. @throws OrderNotFound, OrderNotOpen, LineItemNotFound, PaidForMore */
@Injectable()
export class ChangeItem {
  constructor(private readonly changeItems: ChangeItems) {}

  run(ctx: RequestContext, order: OrderRef | null, input: ChangeItemInput): Promise<OrderDetails> {
    return this.changeItems.run(ctx, order, (_, found) => {
      const line = lineOf(found, input.itemId);
      const { quantity = line.quantity } = input;
      const changed = { ...line, quantity, metadata: { ...line.metadata, ...input.metadata } };
      return found.items.map((other) => (other === line ? changed : other));
    });
  }
}
