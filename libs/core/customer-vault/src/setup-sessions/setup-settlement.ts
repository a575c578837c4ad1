import { Injectable } from '@nestjs/common';
import { LockCustomer } from '@tandem/customers';
import type { Tx } from '@tandem/database';
import type { Declined, Succeeded, Saving } from '@tandem/provider-kit';
import { SavedCardsRepository } from '../cards/saved-cards.repository';
import { SetupSessionNotFound } from '../saved-methods.errors';
import type { SetupSession } from './setup-session';
import { SetupSessionsRepository } from './setup-sessions.repository';

/** The settle step of an attempt to save a card; what a gateway says unasked enters by it too. */
@Injectable()
export class SetupSettlement {
  constructor(
    private readonly setups: SetupSessionsRepository,
    private readonly cards: SavedCardsRepository,
    private readonly lockCustomer: LockCustomer,
  ) {}

  /** Once: whoever comes second changes nothing. @throws SetupSessionNotFound */
  async settle(tx: Tx, found: SetupSession, outcome: Succeeded<Saving> | Declined): Promise<void> {
    const setup = await this.setups.lock(tx, found);
    if (setup === null) throw new SetupSessionNotFound();
    // Somebody was first. (One whose time ended meanwhile is not: the gateway was asked in time, and keeps the card.)
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
        // Held, so that of two cards saved at once one finds itself the first.
        await this.lockCustomer.run(tx, setup.storeId, setup.customerId);
        const card = await this.cards.save(tx, setup, saving.method);
        if (card === null) throw new Error(`setup session ${setup.id}: the card is another customer's`);
        return this.setups.transition(tx, setup, 'save', { cardId: card.id });
      }
    }
  }
}
