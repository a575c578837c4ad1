import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { ProviderData, ProviderVerb, Unknown } from '@tandem/provider-kit';
import type { OperationOf, RecordedOutcome } from './provider-operation';
import { ProviderCalls } from './provider-calls';
import { OutcomeUnknown } from './provider-operations.errors';
import { ProviderOperations } from './provider-operations.repository';

// As long as a duplicate waits for its first: the gateway's limit.
const WAIT_MS = 10_000;
const LOOK_EVERY_MS = 50;

// Shorter than any gateway stores a key (Stripe: a day). A call whose key it has forgotten, it would carry out once more.
const KEY_IS_SURE_MS = 60 * 60_000;

/** An operation to carry out: recorded just now, recorded by this same request before a crash, or being carried out by another request. */
export interface Begun<V extends ProviderVerb> {
  readonly operation: OperationOf<V>;
  readonly origin: 'new' | 'retry' | 'concurrent';
}

/** The call of an operation, or the outcome that it has already. @throws OutcomeUnknown, and nothing is released */
@Injectable()
export class ExecuteOperation {
  constructor(
    private readonly calls: ProviderCalls,
    private readonly operations: ProviderOperations,
  ) {}

  async run<V extends ProviderVerb>(
    { operation, origin }: Begun<V>,
    shopperData?: ProviderData,
  ): Promise<RecordedOutcome<V>> {
    if (origin !== 'new') {
      const existing = await this.existingOutcome(operation, origin);
      if (existing) return existing;
      if (!(await this.operations.sendAgain(operation))) return this.outcomeNow(operation);
    }
    return recorded(operation, await this.calls.execute(operation, shopperData));
  }

  private existingOutcome<V extends ProviderVerb>(
    operation: OperationOf<V>,
    origin: 'retry' | 'concurrent',
  ): Promise<RecordedOutcome<V> | null> {
    return origin === 'concurrent' ? this.outcomeOfAnother(operation) : this.outcomeOfOurs(operation);
  }

  /**
   * Waits for the request that carries it out. When its process has died, asks the gateway before anything is sent: this request
   * may want it otherwise (another card), and the first may have arrived. Null: it never did, and it is ours to send.
   */
  private async outcomeOfAnother<V extends ProviderVerb>(
    operation: OperationOf<V>,
  ): Promise<RecordedOutcome<V> | null> {
    for (const until = Date.now() + WAIT_MS; Date.now() < until; await pause(LOOK_EVERY_MS)) {
      const outcome = await this.operations.outcomeOf(operation);
      if (outcome) return outcome;
      if (await this.operations.takeOver(operation)) return this.lookedUp(operation);
    }
    throw new OutcomeUnknown(operation.id, 'another request is still carrying it out');
  }

  /** Of one that this request began long ago, the gateway is asked too: it may have forgotten the key by now. */
  private async outcomeOfOurs<V extends ProviderVerb>(
    operation: OperationOf<V>,
  ): Promise<RecordedOutcome<V> | null> {
    const { outcome, createdAt } = operation;
    const isOld = Date.now() - createdAt.getTime() > KEY_IS_SURE_MS;
    return outcome === null && isOld ? this.lookedUp(operation) : outcome;
  }

  private async lookedUp<V extends ProviderVerb>(
    operation: OperationOf<V>,
  ): Promise<RecordedOutcome<V> | null> {
    const found = await this.calls.lookUp(operation);
    return found.status === 'never_received' ? null : recorded(operation, found);
  }

  /** Of one that was settled meanwhile, and so is not sent again. */
  private async outcomeNow<V extends ProviderVerb>(operation: OperationOf<V>): Promise<RecordedOutcome<V>> {
    const outcome = await this.operations.outcomeOf(operation);
    return recorded(operation, outcome ?? { status: 'unknown', cause: 'settled and not settled' });
  }
}

/** @throws OutcomeUnknown */
function recorded<V extends ProviderVerb>(
  { id }: OperationOf<V>,
  outcome: RecordedOutcome<V> | Unknown,
): RecordedOutcome<V> {
  if (outcome.status === 'unknown') throw new OutcomeUnknown(id, outcome.cause);
  return outcome;
}
