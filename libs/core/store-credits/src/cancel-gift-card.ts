import { Injectable } from '@nestjs/common';
import { storeResponse, getOrThrow, type RequestContext } from '@tandem/context';
import { Database } from '@tandem/database';
import type { GiftCard } from './credit';
import { CreditsReader } from './credits.reader';
import { GiftCardsRepository } from './gift-cards.repository';
import { CreditInUse } from './store-credits.errors';

/** Voids a gift card. @throws GiftCardNotFound, CreditInUse while a part is reserved for an open order */
@Injectable()
export class CancelGiftCard {
  constructor(
    private readonly database: Database,
    private readonly cards: GiftCardsRepository,
    private readonly reader: CreditsReader,
  ) {}

  async run(ctx: RequestContext, id: string): Promise<GiftCard> {
    const card = await this.reader.getGiftCard(ctx, id);
    return this.database.transaction(async (tx) => {
      await ctx.idempotency.claim(tx);
      const value = await this.cards.cancel(tx, ctx.storeId, card.id);
      if (value === null) throw new CreditInUse();
      return getOrThrow(await storeResponse(ctx, tx, { value }));
    });
  }
}
