import { Injectable } from '@nestjs/common';
import type { Tx } from '@tandem/database';
import type { GatewayAccount } from '@tandem/payment-methods';
import type { SetupSubject } from '@tandem/provider-kit';
import { assertNoCardNumbers } from './assert-no-card-numbers';
import { SavedCardsRepository } from './saved-cards.repository';
import { SetupSessionsRepository } from '../setup-sessions/setup-sessions.repository';
import { SetupSettlement } from '../setup-sessions/setup-settlement';

/** Applies webhook events about setup sessions and saved cards. */
@Injectable()
export class GatewayCards {
  constructor(
    private readonly setups: SetupSessionsRepository,
    private readonly cards: SavedCardsRepository,
    private readonly settlement: SetupSettlement,
  ) {}

  /** Returns the setup session's store; null if the id is unknown. */
  async settle(
    tx: Tx,
    account: GatewayAccount,
    { externalId, outcome }: SetupSubject,
  ): Promise<string | null> {
    const setup = await this.setups.findByExternalId(tx, account, externalId);
    if (setup === null) return null;
    if (outcome.status === 'succeeded') assertNoCardNumbers(outcome.value);
    await this.settlement.settle(tx, setup, outcome);
    return setup.storeId;
  }

  /** Does nothing if the card is not saved here. */
  async detached(tx: Tx, account: GatewayAccount, profileId: string): Promise<void> {
    await this.cards.removeDetached(tx, account, profileId);
  }
}
