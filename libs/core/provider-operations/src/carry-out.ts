import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type {
  Authorization,
  Declined,
  Succeeded,
  TransactionResult,
  ProviderData,
  ProviderSession,
  Unknown,
} from '@tandem/provider-kit';
import { OutcomeUnknown } from './provider-operations.errors';
import { ProviderCalls } from './provider-calls';
import type { Begun, ProviderOperation, RecordedOutcome } from './provider-operation';
import { ProviderOperations } from './provider-operations.repository';

// As long as a duplicate waits for its first: the gateway's limit.
const WAIT_MS = 10_000;
const LOOK_EVERY_MS = 50;

// Shorter than any gateway keeps a key (Stripe: a day). Whatever it was sent before that, it would do once more.
const KEY_IS_SURE_MS = 60 * 60_000;

/** Step two of an act: the call, or the outcome it had before. @throws OutcomeUnknown, and nothing is released */
@Injectable()
export class CarryOut {
  constructor(
    private readonly calls: ProviderCalls,
    private readonly operations: ProviderOperations,
  ) {}

  async authorize(begun: Begun, shopperData: ProviderData): Promise<Succeeded<Authorization> | Declined> {
    return (await this.run(begun, shopperData)) as Succeeded<Authorization> | Declined;
  }

  async moveMoney(begun: Begun): Promise<Succeeded<TransactionResult> | Declined> {
    return (await this.run(begun)) as Succeeded<TransactionResult> | Declined;
  }

  /** Opens or changes a session at a gateway that must be asked. */
  async session(begun: Begun): Promise<Succeeded<ProviderSession> | Declined> {
    return (await this.run(begun)) as Succeeded<ProviderSession> | Declined;
  }

  private async run({ operation, by }: Begun, shopperData?: ProviderData): Promise<RecordedOutcome> {
    const before =
      by === 'another' ? await this.outcomeOfAnother(operation) : await this.outcomeOfOurs(operation);
    if (before) return before;
    if (by !== 'us' && !(await this.operations.sendAgain(operation))) return this.outcomeNow(operation);
    return this.known(operation, await this.calls.perform(operation, shopperData));
  }

  /**
   * Waits for whoever carries it out. When they died, asks the gateway before anything is sent: this request may want
   * it otherwise (another card), and the first may have been heard. Null: it never was, and it is ours to send.
   */
  private async outcomeOfAnother(operation: ProviderOperation): Promise<RecordedOutcome | null> {
    for (const until = Date.now() + WAIT_MS; Date.now() < until; await pause(LOOK_EVERY_MS)) {
      const { outcome } = await this.operations.again(operation);
      if (outcome) return outcome;
      if (!(await this.operations.takeOver(operation))) continue;
      return this.lookedUp(operation);
    }
    throw new OutcomeUnknown(operation.id, 'another request is still carrying it out');
  }

  /** Of one that this request began long ago, the gateway is asked too: it may have forgotten the key by now. */
  private async outcomeOfOurs(operation: ProviderOperation): Promise<RecordedOutcome | null> {
    const { outcome, createdAt } = operation;
    const isOld = Date.now() - createdAt.getTime() > KEY_IS_SURE_MS;
    return outcome === null && isOld ? this.lookedUp(operation) : outcome;
  }

  private async lookedUp(operation: ProviderOperation): Promise<RecordedOutcome | null> {
    const found = await this.calls.lookUp(operation);
    return found.status === 'never_received' ? null : this.known(operation, found);
  }

  private async outcomeNow(operation: ProviderOperation): Promise<RecordedOutcome> {
    const { outcome } = await this.operations.again(operation);
    return this.known(operation, outcome ?? { status: 'unknown', cause: 'settled and not settled' });
  }

  private known(operation: ProviderOperation, outcome: RecordedOutcome | Unknown): RecordedOutcome {
    if (outcome.status === 'unknown') throw new OutcomeUnknown(operation.id, outcome.cause);
    return outcome;
  }
}
