import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@tandem/context';
import type { OrderRef } from '@tandem/orders';
import { VariantNotFound } from '@tandem/variants';
import { CartItems, type WantedItem } from './cart-items';
import { ChangeOpenOrder } from './change-open-order';
import type { OrderDetails } from '../order-details.reader';

export interface AddItemInput extends Omit<WantedItem, 'variantId'> {
  /** The variant (UUID), null for an id of no known form. */
  readonly variantId: string | null;
}

/**
 * Puts a variant into a cart, at the store's price; more of one that is there already.
 * @throws OrderNotFound, OrderNotOpen, VariantNotFound, VariantWithoutPrice, OrderInvalid
 */
@Injectable()
export class AddItem {
  constructor(
    private readonly change: ChangeOpenOrder,
    private readonly items: CartItems,
  ) {}

  run(ctx: RequestContext, ref: OrderRef | null, input: AddItemInput): Promise<OrderDetails> {
    const { variantId } = input;
    return this.change.run(ctx, ref, async (tx, { order }) => {
      if (variantId === null) throw new VariantNotFound();
      return { items: await this.items.add(tx, order, [{ ...input, variantId }]) };
    });
  }
}
