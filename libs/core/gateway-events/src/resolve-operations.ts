import { Injectable } from '@nestjs/common';
import { Worker } from '@tandem/jobs';
import { ProviderRegistry } from '@tandem/payment-providers';
import type { Declined, Succeeded, VerbResult } from '@tandem/provider-kit';
import { ProviderCalls, ProviderOperations, type DueOperation } from '@tandem/provider-operations';
import { SettleLateOutcome } from './settle-late-outcome';

const EVERY_MS = 1000;
const ROUND = 20;

// No call is still on its way two minutes after it was last sent (its limit is 10 s): if the gateway knows nothing of it
// then, it never will.
const ABANDON_AFTER_SECONDS = 120;

// A gateway that has not heard five sendings over a minute is down; each sending puts off the giving up.
const MOST_SENDINGS = 5;

const NEVER_RECEIVED: Declined = {
  status: 'declined',
  code: 'never_received',
  message: 'The payment provider never received the request',
};

/**
 * Settles what a crash or an unreachable gateway left open. It asks the gateway by the operation's own key:
 * - it knows the outcome: that is applied;
 * - it never received it: sent again with the same key, unless it needs what only the shopper's page has; given up
 *   when it is too old to be on its way still;
 * - no clear answer, or the gateway is at work: the operation stays open for a later round.
 */
@Injectable()
export class ResolveOperations extends Worker {
  constructor(
    private readonly registry: ProviderRegistry,
    private readonly operations: ProviderOperations,
    private readonly calls: ProviderCalls,
    private readonly settle: SettleLateOutcome,
  ) {
    super(EVERY_MS, ROUND);
  }

  /** One round: takes the lease of what is due and settles what can be. How many were taken. */
  async run(): Promise<number> {
    const known = this.registry.all().map(({ capabilities }) => capabilities.id);
    const due = await this.operations.leaseDue(ROUND, known);
    await Promise.all(due.map((operation) => this.resolve(operation)));
    return due.length;
  }

  private async resolve(operation: DueOperation): Promise<void> {
    try {
      const outcome = await this.outcomeOf(operation);
      if (outcome) await this.settle.run(operation, outcome);
      await this.operations.rest(operation);
    } catch (error) {
      this.logger.error(
        `operation ${operation.id} (${operation.verb}) could not be settled: ${String(error)}`,
      );
    }
  }

  private async outcomeOf(operation: DueOperation): Promise<Succeeded<VerbResult> | Declined | null> {
    const found = await this.calls.lookUp(operation);
    if (found.status === 'succeeded' || found.status === 'declined') return found;
    // What the gateway has taken on is not sent again, nor given up.
    if (found.status === 'unknown' || operation.outcome !== null) return null;
    return isToBeGivenUp(operation) ? NEVER_RECEIVED : this.sendAgain(operation);
  }

  private async sendAgain(operation: DueOperation): Promise<Succeeded<VerbResult> | Declined | null> {
    if (operation.details.shopperData || operation.attempts >= MOST_SENDINGS) return null;
    if (!(await this.operations.sendAgain(operation))) return null;
    const sent = await this.calls.perform(operation);
    return sent.status === 'unknown' ? null : sent;
  }
}

/** Nobody waits for a session to be closed, and nobody asks for it again: that is given up only after all its sendings. */
function isToBeGivenUp({ verb, sentSecondsAgo, attempts }: DueOperation): boolean {
  if (sentSecondsAgo <= ABANDON_AFTER_SECONDS) return false;
  return verb !== 'cancel_session' || attempts >= MOST_SENDINGS;
}
