import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@tandem/context';
import type { Tx } from '@tandem/database';
import type { Order, OrderRef } from '@tandem/orders';
import { AmountNotPositive } from '@tandem/payment-collections';
import * as credits from '@tandem/store-credits';
import { UpdateOpenOrder } from '../carts/update-open-order';
import { payableByCredit } from './payable-by-credit';
import type { OrderDetails } from '../order-details';
import type { LockedOrder } from '../order-locks';

/**
 * Pays part of an open order with a gift card: as much as the card has and the order needs. One card per order; applying the
 * same card again recalculates its amount. @throws OrderNotFound, OrderNotOpen, GiftCardNotFound, GiftCardExpired, GiftCardRedeemed,
 *   GiftCardCurrencyMismatch, GiftCardAlreadyApplied, AmountNotPositive
 */
@Injectable()
export class ApplyGiftCard {
  constructor(
    private readonly updateOrder: UpdateOpenOrder,
    private readonly reads: credits.CreditsReader,
    private readonly credit: credits.OrderCredit,
  ) {}

  run(ctx: RequestContext, ref: OrderRef, code: string): Promise<OrderDetails> {
    return this.updateOrder.run(ctx, ref, async (tx, locked) => {
      await this.apply(tx, ctx, locked, credits.normalCode(code));
      return { isCreditChanged: true };
    });
  }

  private async apply(tx: Tx, ctx: RequestContext, locked: LockedOrder, code: string): Promise<void> {
    const { order } = locked;
    const before = (await this.reads.findGiftCardsByOrders(ctx.storeId, [order.id], tx)).get(order.id);
    if (before?.code === code) await this.credit.release(tx, order, 'gift_card');
    const card = await this.usable(tx, order, code);
    if (before && before.id !== card.id) throw new credits.GiftCardAlreadyApplied();
    const max = payableByCredit(locked, order.storeCreditTotal);
    if (!max.isPositive()) throw new AmountNotPositive();
    await this.credit.reserve(tx, order, 'gift_card', { of: [card], max });
  }

  private async usable(tx: Tx, order: Order, code: string): Promise<credits.GiftCard> {
    const card = await this.credit.lockGiftCard(tx, order, code);
    const { customerId, total } = order;
    return credits.usableGiftCard(card, { customerId, currency: total.currency }, new Date());
  }
}
