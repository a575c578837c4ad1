import { Injectable } from '@nestjs/common';
import { CustomersRepository } from '@tandem/accounts';
import { answer, unwrap, type RequestContext } from '@tandem/context';
import { Database, type Tx } from '@tandem/database';
import type { Declined, Done, ProviderData, Saving } from '@tandem/provider-kit';
import { keyOf, OutcomeUnknown, ProviderCalls } from '@tandem/provider-operations';
import { refuseCardNumbers } from './refuse-card-numbers';
import { SavedCardsRepository } from './saved-cards.repository';
import { SetupSessionNotFound, SetupStateForbids } from './saved-methods.errors';
import { SavedMethodsReader } from './saved-methods.reader';
import type { SetupSession, SetupSessionDetails } from './setup-session';
import { SETUP_SESSION } from './setup-session.states';
import { UNSUPPORTED } from './unsupported';
import { SetupSessionsRepository } from './setup-sessions.repository';

/**
 * Has the gateway keep the card, once:
 * - completed before: answers what came of it and calls nobody;
 * - two at once: both ask with one key, the first to write saves the card, the other reads it;
 * - declined: the setup session is failed and returned.
 * @throws SetupSessionNotFound, SetupStateForbids, CardNumberInSetupData, OutcomeUnknown
 */
@Injectable()
export class CompleteSetupSession {
  constructor(
    private readonly database: Database,
    private readonly calls: ProviderCalls,
    private readonly setups: SetupSessionsRepository,
    private readonly cards: SavedCardsRepository,
    private readonly reader: SavedMethodsReader,
    private readonly customers: CustomersRepository,
  ) {}

  /** `id` is null for an id of no known form; `data` is passed on and not kept: it may hold a card number. */
  async run(ctx: RequestContext, id: string | null, data: ProviderData): Promise<SetupSessionDetails> {
    await ctx.idempotency.lease();
    const { setup } = await this.reader.setupSession(ctx, id);
    const outcome = setup.state === 'completed' ? null : await this.ask(setup, data);
    return this.database.transaction(async (tx) => {
      if (outcome) await this.settle(tx, setup, outcome);
      const value = await this.reader.setupSession(ctx, setup.id, tx);
      return unwrap(await answer(ctx, tx, { value }));
    });
  }

  private async ask(setup: SetupSession, data: ProviderData): Promise<Done<Saving> | Declined> {
    if (!SETUP_SESSION.statesThat('save').includes(setup.state)) throw new SetupStateForbids(setup.state);
    // The same until something has come of it: then, after a challenge or a wait, the gateway is asked anew. The data is no
    // part of it, for a card number could be guessed from its hash.
    const operationKey = keyOf(setup.id, 'complete_setup_session', setup.updatedAt.toISOString());
    const request = { operationKey, setupSession: setup, data };
    const outcome = await this.calls.ask(
      { providerId: setup.providerId, method: { storeId: setup.storeId, id: setup.paymentMethodId } },
      `complete_setup_session ${setup.id}`,
      (provider, settings) => provider.completeSetupSession?.({ ...request, settings }) ?? UNSUPPORTED,
    );
    if (outcome.is === 'unknown') throw new OutcomeUnknown(setup.id, outcome.cause);
    if (outcome.is === 'done') refuseCardNumbers(outcome.value);
    return outcome;
  }

  private async settle(tx: Tx, found: SetupSession, outcome: Done<Saving> | Declined): Promise<void> {
    const setup = await this.setups.lock(tx, found);
    if (setup === null) throw new SetupSessionNotFound();
    // Somebody was first. (One whose time ended meanwhile is not: the gateway was asked in time, and keeps the card.)
    if (setup.state === 'completed' || setup.state === 'failed') return;
    if (outcome.is === 'declined') {
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
        await this.customers.lock(tx, setup.storeId, setup.customerId);
        const card = await this.cards.save(tx, setup, saving.method);
        if (card === null) throw new Error(`setup session ${setup.id}: the card is another customer's`);
        return this.setups.transition(tx, setup, 'save', { cardId: card.id });
      }
    }
  }
}
