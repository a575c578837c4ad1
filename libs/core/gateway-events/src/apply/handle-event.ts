import { Injectable, Logger } from '@nestjs/common';
import { Database, type Tx } from '@tandem/database';
import { Turns } from '@tandem/jobs';
import type { GatewayScope } from '@tandem/payment-methods';
import type { EventSubject } from '@tandem/provider-kit';
import { ApplyEvent } from './apply-event';
import {
  findingOf,
  findingOfError,
  isUnderstood,
  storeOf,
  textOf,
  weightiestOf,
  type EventFinding,
  type Understood,
} from './event-finding';
import { ReadEvent, type Signed } from '../receive/read-event';
import type { WebhookEvent } from '../webhook-event';
import { WebhookEvents } from '../webhook-events.repository';

// With pauses doubling from 15 s, half an hour in all: longer than a deployment or a database restart.
const MOST_ATTEMPTS = 8;

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
    private readonly events: WebhookEvents,
  ) {}

  async run(event: WebhookEvent): Promise<void> {
    const finding = await this.findingOf(event);
    if (finding !== null) await this.settle(event, finding);
  }

  /** Null if it took effect. */
  private async findingOf(event: WebhookEvent): Promise<EventFinding | null> {
    // The previous worker was killed before it recorded a result.
    if (event.attempts > MOST_ATTEMPTS) return { step: 'park', result: { reason: 'it was never finished' } };
    const signed = await this.reading.signersOf(event);
    const findings: EventFinding[] = [];
    for (const scope of signed.readers) {
      const parsed = await this.reading.parse(event, scope);
      if (isUnderstood(parsed)) return this.applyOnce(event, parsed, mergedScope(scope, signed));
      findings.push(findingOf(parsed, scope));
    }
    return weightiestOf(findings) ?? findingOfUnsigned(signed);
  }

  private async applyOnce(
    event: WebhookEvent,
    parsed: Understood,
    scope: GatewayScope,
  ): Promise<EventFinding | null> {
    try {
      await this.turns.run(lockedBy(event, parsed), () =>
        this.database.transaction((tx) => this.apply(tx, event, parsed, scope)),
      );
      return null;
    } catch (error) {
      const finding = findingOfError(error, { eventType: textOf(parsed.type), storeId: storeOf(scope) });
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
    { id, type, about = [] }: Understood,
    scope: GatewayScope,
  ): Promise<void> {
    const result = { eventId: id, eventType: textOf(type), storeId: storeOf(scope) };
    if (!(await this.events.settle(event, 'handle', result, tx))) return;
    for (const subject of about) {
      const storeId = await this.applying.run(tx, scope, subject, !about.some(goesBack));
      if (storeId !== null && result.storeId === undefined) await this.events.belongs(tx, event, storeId);
    }
  }

  private async settle(event: WebhookEvent, { step, result }: EventFinding): Promise<void> {
    const { id, providerId, attempts } = event;
    if (step === 'retry' && attempts < MOST_ATTEMPTS) return this.events.note(event, result);
    const finalStep = step === 'retry' ? 'park' : step;
    if (finalStep === 'park')
      this.logger.error(`${providerId}: event ${id} was parked after its last attempt`);
    if (finalStep === 'refuse') this.logger.warn(`${providerId}: event ${id} was refused`);
    // If another process settled it first, its result stands.
    void (await this.events.settle(event, finalStep, result));
  }
}

/** Events of one payment lock the same rows: they queue here, where they hold no connection. */
function lockedBy({ id, providerId }: WebhookEvent, { about = [] }: Understood): string {
  const [first] = about;
  return first && 'externalId' in first ? `${providerId} ${first.externalId}` : id;
}

/** Methods of one account may have different settings: an event one can parse applies to all whose secret matches. */
function mergedScope(reader: GatewayScope, { signers }: Signed): GatewayScope {
  const scopes = [reader, ...signers.filter((scope) => scope !== reader)];
  return {
    ...reader,
    providerIds: [...new Set(scopes.flatMap(({ providerIds }) => providerIds))],
    storeIds: [...new Set(scopes.flatMap(({ storeIds }) => storeIds))],
    methodIds: scopes.flatMap(({ methodIds }) => methodIds),
  };
}

/** Refuses an event that no secret matches, unless a secret could not be tried. */
function findingOfUnsigned({ refusal, areAll, storeIds }: Signed): EventFinding {
  const result = { storeId: storeOf({ storeIds }), reason: textOf(refusal) };
  if (areAll) return { step: 'refuse', result };
  return {
    step: 'retry',
    result: { ...result, reason: 'the secret settings of a payment method cannot be decrypted' },
  };
}

function goesBack({ about }: EventSubject): boolean {
  return about === 'refund' || about === 'dispute' || about === 'cancellation';
}
