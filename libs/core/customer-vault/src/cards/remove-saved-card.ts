import { Injectable } from '@nestjs/common';
import { storeResponse, getOrThrow, type RequestContext } from '@tandem/context';
import { Database } from '@tandem/database';
import { keyOf, OutcomeUnknown, ProviderCalls } from '@tandem/provider-operations';
import { SavedCardsRepository } from './saved-cards.repository';
import { SavedMethodRefused } from '../saved-methods.errors';
import { SavedMethodsReader } from './saved-methods.reader';
import { UNSUPPORTED } from './unsupported';

/**
 * Deletes a customer's card at the gateway and then here. While the gateway's outcome is unknown, the card stays.
 * @throws SavedCardNotFound, SavedMethodRefused, OutcomeUnknown
 */
@Injectable()
export class RemoveSavedCard {
  constructor(
    private readonly database: Database,
    private readonly calls: ProviderCalls,
    private readonly cards: SavedCardsRepository,
    private readonly reader: SavedMethodsReader,
  ) {}

  async run(ctx: RequestContext, id: string): Promise<null> {
    await ctx.idempotency.lease();
    const card = await this.reader.getCard(ctx, id);
    // The same key for every attempt, but a new one if the card was saved again since.
    const operationKey = keyOf(card.id, 'detach_saved_method', card.updatedAt.toISOString());
    const { providerId, profileId, paymentMethodId } = card;
    const outcome = await this.calls.call(
      { providerId, method: { storeId: ctx.storeId, id: paymentMethodId } },
      `detach ${card.id}`,
      (provider, settings) =>
        provider.detachSavedMethod?.({ operationKey, settings, profileId }) ?? UNSUPPORTED,
    );
    if (outcome.status === 'declined') throw new SavedMethodRefused(outcome.message);
    if (outcome.status === 'unknown') throw new OutcomeUnknown(card.id, outcome.cause);
    return this.database.transaction(async (tx) => {
      await this.cards.remove(tx, ctx.storeId, card.id);
      return getOrThrow(await storeResponse(ctx, tx, { value: null }));
    });
  }
}
