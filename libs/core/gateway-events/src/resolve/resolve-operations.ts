import { Injectable } from '@nestjs/common';
import { Worker } from '@tandem/jobs';
import { ProviderRegistry } from '@tandem/payment-providers';
import type { ProviderVerb } from '@tandem/provider-kit';
import {
  isOfVerb,
  NEVER_RECEIVED,
  ProviderCalls,
  ProviderOperationsRepository,
  type OperationOf,
  type ProviderOperation,
  type RecordedOutcome,
} from '@tandem/provider-operations';
import { SettleLateOutcome } from './settle-late-outcome';
import { unsettledStep } from './unsettled-step';

const POLL_INTERVAL_MS = 1000;
const BATCH_SIZE = 20;

/**
 * Settles operations left open by a crash or an unreachable gateway, by looking them up with their own key:
 * - outcome found: it is applied;
 * - never received: sent again with the same key, unless it needs data only the shopper's page has; abandoned
 *   when it is too old to be in flight;
 * - no clear response, or still processing: it stays open for a later batch.
 */
@Injectable()
export class ResolveOperations extends Worker {
  constructor(
    private readonly registry: ProviderRegistry,
    private readonly operations: ProviderOperationsRepository,
    private readonly calls: ProviderCalls,
    private readonly settle: SettleLateOutcome,
  ) {
    super(POLL_INTERVAL_MS, BATCH_SIZE);
  }

  /** One batch: leases due operations and settles those it can. Returns how many were leased. */
  async run(): Promise<number> {
    const known = this.registry.getAll().map(({ capabilities }) => capabilities.id);
    const due = await this.operations.leaseDue(BATCH_SIZE, known);
    await Promise.all(due.map(({ operation, sentSecondsAgo }) => this.resolve(operation, sentSecondsAgo)));
    return due.length;
  }

  private async resolve(operation: ProviderOperation, sentSecondsAgo: number): Promise<void> {
    try {
      const outcome = await this.outcomeOf<ProviderVerb>(operation, sentSecondsAgo);
      if (outcome) await this.settle.run<ProviderVerb>(operation, outcome);
      await this.operations.backOff(operation);
    } catch (error) {
      this.logger.error(
        `operation ${operation.id} (${operation.verb}) could not be settled: ${String(error)}`,
      );
    }
  }

  private async outcomeOf<V extends ProviderVerb>(
    operation: OperationOf<V>,
    sentSecondsAgo: number,
  ): Promise<RecordedOutcome<V> | null> {
    const found = await this.calls.lookUp(operation);
    if (found.status === 'succeeded' || found.status === 'declined') return found;
    const { verb, attempts, outcome } = operation;
    const isAtWork = outcome !== null;
    const unsettled = { verb, attempts, sentSecondsAgo, isAtWork, needsShopper: needsShopper(operation) };
    switch (unsettledStep(found.status, unsettled)) {
      case 'wait':
        return null;
      case 'abandon':
        return NEVER_RECEIVED;
      case 'send_again':
        return this.sendAgain(operation);
    }
  }

  private async sendAgain<V extends ProviderVerb>(
    operation: OperationOf<V>,
  ): Promise<RecordedOutcome<V> | null> {
    if (!(await this.operations.sendAgain(operation))) return null;
    const sent = await this.calls.execute(operation);
    return sent.status === 'unknown' ? null : sent;
  }
}

/** It was sent with data that is not stored. */
function needsShopper(operation: OperationOf<ProviderVerb>): boolean {
  return isOfVerb(operation, 'authorize') && operation.details.shopperData;
}
