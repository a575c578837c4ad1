import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@tandem/context';
import type { OrderRef } from '@tandem/orders';
import { CreditsReader, GiftCardNotFound, OrderCredit } from '@tandem/store-credits';
import { UpdateOpenOrder } from '../carts/update-open-order';
import type { OrderDetails } from '../order-details';

/** Removes a gift card from an open order; its amount returns to the card. @throws OrderNotFound, OrderNotOpen, GiftCardNotFound */
@Injectable()
export class RemoveGiftCard {
  constructor(
    private readonly updateOrder: UpdateOpenOrder,
    private readonly credits: CreditsReader,
    private readonly credit: OrderCredit,
  ) {}

  run(ctx: RequestContext, ref: OrderRef, cardId: string): Promise<OrderDetails> {
    return this.updateOrder.run(ctx, ref, async (tx, { order }) => {
      const applied = (await this.credits.findGiftCardsByOrders(ctx.storeId, [order.id], tx)).get(order.id);
      if (!applied || applied.id !== cardId) throw new GiftCardNotFound();
      await this.credit.release(tx, order, 'gift_card');
      return {};
    });
  }
}
