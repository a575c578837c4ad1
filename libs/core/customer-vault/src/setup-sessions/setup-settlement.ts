import { Injectable } from '@nestjs/common';
import { LockCustomer } from '@tandem/customers';
import type { Tx } from '@tandem/database';
import type { Declined, Succeeded, Saving } from '@tandem/provider-kit';
import { SavedCardsRepository } from '../cards/saved-cards.repository';
import { SetupSessionNotFound } from '../saved-methods.errors';
import type { SetupSession } from './setup-session';
import { SetupSessionsRepository } from './setup-sessions.repository';

/** Applies the outcome of saving a card, from a request or from a webhook event. */
@Injectable()
export class SetupSettlement {
  constructor(
    private readonly setups: SetupSessionsRepository,
    private readonly cards: SavedCardsRepository,
    private readonly lockCustomer: LockCustomer,
  ) {}

  /** Applies only the first outcome; a second one changes nothing. @throws SetupSessionNotFound */
  async settle(tx: Tx, found: SetupSession, outcome: Succeeded<Saving> | Declined): Promise<void> {
    const setup = await this.setups.lockForUpdate(tx, found);
    if (setup === null) throw new SetupSessionNotFound();
    // Already settled. (An expired one still settles: the gateway was called in time and has saved the card.)
    if (setup.state === 'completed' || setup.state === 'failed') return;
    if (outcome.status === 'declined') {
      const { code, message } = outcome;
      return this.setups.transition(tx, setup, 'decline', { failure: { code, message } });
    }
    const saving = outcome.value;
    switch (saving.state) {
      case 'requires_action':
        return this.setups.transition(tx, setup, 'challenge', { data: saving.data });
      case 'processing':
        return this.setups.transition(tx, setup, 'wait');
      case 'saved': {
        // Locks the customer so that of two cards saved at the same time only one becomes the default.
        await this.lockCustomer.run(tx, setup.storeId, setup.customerId);
        const card = await this.cards.save(tx, setup, saving.method);
        if (card === null) throw new Error(`setup session ${setup.id}: the card belongs to another customer`);
        return this.setups.transition(tx, setup, 'save', { cardId: card.id });
      }
    }
  }
}
