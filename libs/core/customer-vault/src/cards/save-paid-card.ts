import { Injectable, Logger } from '@nestjs/common';
import { LockCustomer } from '@tandem/customers';
import type { Tx } from '@tandem/database';
import type { SavedMethod } from '@tandem/provider-kit';
import type { SavedCard } from './saved-card';
import { SavedCardsRepository, type CardOwner } from './saved-cards.repository';

/** Stores the card that a gateway saved with a payment, for the customer who paid. */
@Injectable()
export class SavePaidCard {
  private readonly logger = new Logger(SavePaidCard.name);

  constructor(
    private readonly cards: SavedCardsRepository,
    private readonly lockCustomer: LockCustomer,
  ) {}

  /** Null if the gateway returned another customer's card; the payment is still valid. */
  async run(tx: Tx, owner: CardOwner, method: SavedMethod): Promise<SavedCard | null> {
    // Locks the customer so that of two cards saved at the same time only one becomes the default.
    await this.lockCustomer.run(tx, owner.storeId, owner.customerId);
    const card = await this.cards.save(tx, owner, method);
    if (card === null)
      tx.afterCommit(() =>
        this.logger.warn(
          `${owner.providerId}: the card saved for ${owner.customerId} belongs to another customer`,
        ),
      );
    return card;
  }
}
