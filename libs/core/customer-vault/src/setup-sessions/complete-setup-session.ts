import { Injectable } from '@nestjs/common';
import { storeResponse, getOrThrow, type RequestContext } from '@tandem/context';
import { Database } from '@tandem/database';
import type { Declined, Succeeded, ProviderData, Saving } from '@tandem/provider-kit';
import { keyOf, OutcomeUnknown, ProviderCalls } from '@tandem/provider-operations';
import { assertNoCardNumbers } from '../cards/assert-no-card-numbers';
import { SetupStateForbids } from '../saved-methods.errors';
import { SavedMethodsReader } from '../cards/saved-methods.reader';
import type { SetupSession, SetupSessionDetails } from './setup-session';
import { SETUP_SESSION } from './setup-session.states';
import { SetupSettlement } from './setup-settlement';
import { UNSUPPORTED } from '../cards/unsupported';

/**
 * Saves the card at the gateway, once:
 * - already completed: returns the result without calling the gateway;
 * - concurrent requests: both send the same key; the first to write saves the card, the other reads it;
 * - declined: the setup session becomes failed and is returned.
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

  /** `data` is passed to the gateway and not stored: it may contain a card number. */
  async run(ctx: RequestContext, id: string, data: ProviderData): Promise<SetupSessionDetails> {
    await ctx.idempotency.lease();
    const { setup } = await this.reader.getSetupSession(ctx, id);
    const outcome = setup.state === 'completed' ? null : await this.callGateway(setup, data);
    return this.database.transaction(async (tx) => {
      if (outcome) await this.settlement.settle(tx, setup, outcome);
      const value = await this.reader.getSetupSession(ctx, setup.id, tx);
      return getOrThrow(await storeResponse(ctx, tx, { value }));
    });
  }

  private async callGateway(setup: SetupSession, data: ProviderData): Promise<Succeeded<Saving> | Declined> {
    if (!SETUP_SESSION.statesThat('save').includes(setup.state)) throw new SetupStateForbids(setup.state);
    // The key changes with each state change, so that the gateway is called again after a challenge or a wait. The data is not part of
    // it, because a card number could be guessed from the hash.
    const operationKey = keyOf(setup.id, 'complete_setup_session', setup.updatedAt.toISOString());
    const request = { operationKey, setupSession: setup, data };
    const outcome = await this.calls.call(
      { providerId: setup.providerId, method: { storeId: setup.storeId, id: setup.paymentMethodId } },
      `complete_setup_session ${setup.id}`,
      (provider, settings) => provider.completeSetupSession?.({ ...request, settings }) ?? UNSUPPORTED,
    );
    if (outcome.status === 'unknown') throw new OutcomeUnknown(setup.id, outcome.cause);
    if (outcome.status === 'succeeded') assertNoCardNumbers(outcome.value);
    return outcome;
  }
}
