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

// With doubling pauses from 15 s: half an hour in all, longer than a deployment or a database takes to come back.
const MOST_ATTEMPTS = 8;

// Each takes a connection for its transaction: a burst of events leaves most of the pool (16) to those who pay.
const AT_ONCE = 5;

/**
 * Handles one stored event, once:
 * - understood: what it tells is written, and with it that it was handled; unless one with the gateway's same id was before;
 * - not the gateway's: refused, with the parser's reason;
 * - no clear answer of the parser, something it names is not known yet, or a crash: again after a pause that doubles, and parked
 *   as failed in the end; at once where no try can mend it.
 * Where the secrets of several methods fit, the first that understands it is heard, and it is about what was made with any of them.
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

  /** Null where it has had its effect. */
  private async findingOf(event: WebhookEvent): Promise<EventFinding | null> {
    // Whoever took it the last time was gone before they could say so.
    if (event.attempts > MOST_ATTEMPTS) return { step: 'park', result: { reason: 'it was never finished' } };
    const signed = await this.reading.signersOf(event);
    const findings: EventFinding[] = [];
    for (const scope of signed.readers) {
      const parsed = await this.reading.parse(event, scope);
      if (isUnderstood(parsed)) return this.once(event, parsed, togetherWith(scope, signed));
      findings.push(findingOf(parsed, scope));
    }
    return weightiestOf(findings) ?? unsigned(signed);
  }

  private async once(
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

  /** That it was handled is written first, so that two who have it at once do not both go on. */
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
    const last = step === 'retry' ? 'park' : step;
    if (last === 'park') this.logger.error(`${providerId}: event ${id} was given up`);
    if (last === 'refuse') this.logger.warn(`${providerId}: event ${id} was refused`);
    // Where another process was first, its word stands.
    void (await this.events.settle(event, last, result));
  }
}

/** Events of one payment lock the same rows: they wait for each other here, where they hold no connection. */
function lockedBy({ id, providerId }: WebhookEvent, { about = [] }: Understood): string {
  const [first] = about;
  return first && 'externalId' in first ? `${providerId} ${first.externalId}` : id;
}

/** One account's methods may have unequal settings: what one of them reads is about all whose secret fits. */
function togetherWith(reader: GatewayScope, { signers }: Signed): GatewayScope {
  const scopes = [reader, ...signers.filter((scope) => scope !== reader)];
  return {
    ...reader,
    providerIds: [...new Set(scopes.flatMap(({ providerIds }) => providerIds))],
    storeIds: [...new Set(scopes.flatMap(({ storeIds }) => storeIds))],
    methodIds: scopes.flatMap(({ methodIds }) => methodIds),
  };
}

/** What no secret fits is refused, unless there is one that could not be tried. */
function unsigned({ refusal, areAll, storeIds }: Signed): EventFinding {
  const result = { storeId: storeOf({ storeIds }), reason: textOf(refusal) };
  if (areAll) return { step: 'refuse', result };
  return {
    step: 'retry',
    result: { ...result, reason: 'the secret settings of a payment method cannot be opened' },
  };
}

function goesBack({ about }: EventSubject): boolean {
  return about === 'refund' || about === 'dispute' || about === 'cancellation';
}
