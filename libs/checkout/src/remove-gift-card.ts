import { Injectable } from '@nestjs/common';
import { answer, unwrap, type RequestContext } from '@tandem/context';
import { Database } from '@tandem/database';
import type { OrderRef } from '@tandem/orders';
import { CreditsReader, GiftCardNotFound, OrderCredit } from '@tandem/store-credits';
import { KeepTotals } from './keep-totals';
import { OrderDetailsReader, type OrderDetails } from './order-details.reader';
import { OrderLocks } from './order-locks';

/** Takes a gift card off an open order; what it held is on the card again. @throws OrderNotFound, OrderNotOpen, GiftCardNotFound */
@Injectable()
export class RemoveGiftCard {
  constructor(
    private readonly database: Database,
    private readonly locks: OrderLocks,
    private readonly credits: CreditsReader,
    private readonly credit: OrderCredit,
    private readonly totals: KeepTotals,
    private readonly reader: OrderDetailsReader,
  ) {}

  /** `cardId` is a UUID, null for an id of no known form. */
  run(ctx: RequestContext, ref: OrderRef | null, cardId: string | null): Promise<OrderDetails> {
    return this.database.transaction(async (tx) => {
      const held = await this.locks.takeOpen(tx, ctx, ref);
      const { order } = held;
      await ctx.idempotency.claim(tx);
      const applied = (await this.credits.giftCardsOf(ctx.storeId, [order.id], tx)).get(order.id);
      if (!applied || applied.id !== cardId) throw new GiftCardNotFound();
      await this.credit.release(tx, order, 'gift_card');
      await this.totals.run(tx, held);
      return unwrap(await answer(ctx, tx, { value: await this.reader.again(tx, order) }));
    });
  }
}
