import { Injectable } from '@nestjs/common';
import { answer, unwrap, type RequestContext } from '@tandem/context';
import { Database } from '@tandem/database';
import type { Declined, Succeeded, ProviderData, Saving } from '@tandem/provider-kit';
import { keyOf, OutcomeUnknown, ProviderCalls } from '@tandem/provider-operations';
import { refuseCardNumbers } from '../cards/refuse-card-numbers';
import { SetupStateForbids } from '../saved-methods.errors';
import { SavedMethodsReader } from '../cards/saved-methods.reader';
import type { SetupSession, SetupSessionDetails } from './setup-session';
import { SETUP_SESSION } from './setup-session.states';
import { SetupSettlement } from './setup-settlement';
import { UNSUPPORTED } from '../cards/unsupported';

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
    private readonly reader: SavedMethodsReader,
    private readonly settlement: SetupSettlement,
  ) {}

  /** `data` is passed on and not kept: it may hold a card number. */
  async run(ctx: RequestContext, id: string, data: ProviderData): Promise<SetupSessionDetails> {
    await ctx.idempotency.lease();
    const { setup } = await this.reader.setupSession(ctx, id);
    const outcome = setup.state === 'completed' ? null : await this.ask(setup, data);
    return this.database.transaction(async (tx) => {
      if (outcome) await this.settlement.settle(tx, setup, outcome);
      const value = await this.reader.setupSession(ctx, setup.id, tx);
      return unwrap(await answer(ctx, tx, { value }));
    });
  }

  private async ask(setup: SetupSession, data: ProviderData): Promise<Succeeded<Saving> | Declined> {
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
    if (outcome.status === 'unknown') throw new OutcomeUnknown(setup.id, outcome.cause);
    if (outcome.status === 'succeeded') refuseCardNumbers(outcome.value);
    return outcome;
  }
}
