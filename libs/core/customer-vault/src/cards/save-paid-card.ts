import { Injectable, Logger } from '@nestjs/common';
import { LockCustomer } from '@tandem/customers';
import type { Tx } from '@tandem/database';
import type { SavedMethod } from '@tandem/provider-kit';
import type { SavedCard } from './saved-card';
import { SavedCardsRepository, type CardOwner } from './saved-cards.repository';

/** Saves the card that a gateway kept with a payment, for the customer who paid. */
@Injectable()
export class SavePaidCard {
  private readonly logger = new Logger(SavePaidCard.name);

  constructor(
    private readonly cards: SavedCardsRepository,
    private readonly lockCustomer: LockCustomer,
  ) {}

  /** Null where the gateway gives another customer's card: the payment stands all the same. */
  async run(tx: Tx, owner: CardOwner, method: SavedMethod): Promise<SavedCard | null> {
    // Locked, so that of two cards saved at once only one becomes the default.
    await this.lockCustomer.run(tx, owner.storeId, owner.customerId);
    const card = await this.cards.save(tx, owner, method);
    if (card === null)
      tx.afterCommit(() =>
        this.logger.warn(`${owner.providerId}: the card kept for ${owner.customerId} is another customer's`),
      );
    return card;
  }
}
