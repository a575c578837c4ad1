import { Injectable, Logger } from '@nestjs/common';
import { Database, type Tx } from '@tandem/database';
import { Turns } from '@tandem/jobs';
import { mergedScope, type GatewayAccount } from '@tandem/payment-methods';
import type { EventSubject } from '@tandem/provider-kit';
import { ApplyEvent } from './apply-event';
import {
  findingOf,
  findingOfError,
  findingOfUnsigned,
  isUnderstood,
  lastStep,
  storeOf,
  textOf,
  unfinishedOf,
  weightiestOf,
  type EventFinding,
  type ParsedEvents,
} from './event-finding';
import { ReadEvent } from '../receive/read-event';
import type { WebhookEvent } from '../webhook-event';
import { WebhookEventsRepository } from '../webhook-events.repository';

// Each uses a connection for its transaction: this leaves most of the pool (16) to shoppers during a burst.
const AT_ONCE = 5;

/**
 * Handles one stored event, once:
 * - parsed: applied and marked handled in one transaction, unless an event with the same gateway id was handled before;
 * - not authentic: refused, with the parser's reason;
 * - no clear result from the parser, an unknown subject, or a crash: retried with doubling pauses, finally parked
 *   as failed; parked at once if a retry cannot help.
 * If several methods' secrets match, the first that can parse it is used, and the event applies to objects of all of them.
 */
@Injectable()
export class HandleEvent {
  private readonly logger = new Logger(HandleEvent.name);
  private readonly turns = new Turns(AT_ONCE);

  constructor(
    private readonly database: Database,
    private readonly reading: ReadEvent,
    private readonly applying: ApplyEvent,
    private readonly events: WebhookEventsRepository,
  ) {}

  async run(event: WebhookEvent): Promise<void> {
    const finding = await this.findingOf(event);
    if (finding !== null) await this.settle(event, finding);
  }

  /** Null if it took effect. */
  private async findingOf(event: WebhookEvent): Promise<EventFinding | null> {
    const unfinished = unfinishedOf(event.attempts);
    if (unfinished !== null) return unfinished;
    const signed = await this.reading.findSigners(event);
    const findings: EventFinding[] = [];
    for (const account of signed.readers) {
      const parsed = await this.reading.parse(event, account);
      if (isUnderstood(parsed)) return this.applyOnce(event, parsed, mergedScope(account, signed.signers));
      findings.push(findingOf(parsed, account));
    }
    return weightiestOf(findings) ?? findingOfUnsigned(signed);
  }

  private async applyOnce(
    event: WebhookEvent,
    parsed: ParsedEvents,
    account: GatewayAccount,
  ): Promise<EventFinding | null> {
    try {
      await this.turns.add(lockedBy(event, parsed), () =>
        this.database.transaction((tx) => this.apply(tx, event, parsed, account)),
      );
      return null;
    } catch (error) {
      const finding = findingOfError(error, { eventType: textOf(parsed.type), storeId: storeOf(account) });
      const { step, result } = finding;
      if (step !== 'ignore')
        this.logger.warn(`${event.providerId}: event ${event.id} has no effect yet: ${result.reason}`);
      return finding;
    }
  }

  /** Marks it handled first, so that two concurrent workers do not both apply it. */
  private async apply(
    tx: Tx,
    event: WebhookEvent,
    { id, type, about = [] }: ParsedEvents,
    account: GatewayAccount,
  ): Promise<void> {
    const result = { eventId: id, eventType: textOf(type), storeId: storeOf(account) };
    if (!(await this.events.settle(event, 'handle', result, tx))) return;
    for (const subject of about) {
      const storeId = await this.applying.run(tx, account, subject, !about.some(isReversal));
      if (storeId !== null && result.storeId === undefined)
        await this.events.assignToStore(tx, event, storeId);
    }
  }

  private async settle(event: WebhookEvent, { step, result }: EventFinding): Promise<void> {
    const { id, providerId, attempts } = event;
    const last = lastStep(step, attempts);
    if (last === null) return this.events.recordReason(event, result);
    if (last === 'park') this.logger.error(`${providerId}: event ${id} was parked after its last attempt`);
    if (last === 'refuse') this.logger.warn(`${providerId}: event ${id} was refused`);
    // If another process settled it first, its result stands.
    void (await this.events.settle(event, last, result));
  }
}

/** Events of one payment lock the same rows: they queue here, where they hold no connection. */
function lockedBy({ id, providerId }: WebhookEvent, { about = [] }: ParsedEvents): string {
  const [first] = about;
  return first && 'externalId' in first ? `${providerId} ${first.externalId}` : id;
}

function isReversal({ about }: EventSubject): boolean {
  return about === 'refund' || about === 'dispute' || about === 'cancellation';
}
