import { Injectable } from '@nestjs/common';
import { CoreError, Worker } from '@tandem/context';
import { Database, type Tx } from '@tandem/database';
import { CurrencyMismatch } from '@tandem/money';
import type { GatewayScope } from '@tandem/payment-methods';
import { ProviderRegistry } from '@tandem/payment-providers';
import type { EventSubject, ParsedEvent } from '@tandem/provider-kit';
import { ApplyEvent } from './apply-event';
import { ReadEvent, type Reading } from './read-event';
import type { WebhookEvent } from './webhook-event';
import { WebhookEvents, type EventResult } from './webhook-events.repository';
import { DuplicateEvent } from './webhooks.errors';

const EVERY_MS = 1000;
const ROUND = 20;

// With doubling pauses from 15 s: half an hour in all, longer than a deployment or a database takes to come back.
const MOST_ATTEMPTS = 8;

// As long as any gateway's id, shorter than an index can bear.
const LONGEST_ID = 255;

// What no further try will mend: a person must look at it.
const FOR_A_PERSON = new Set(['amount_not_of_session', 'session_given_up']);

type Understood = ParsedEvent & { readonly status: 'parsed' };

/**
 * Works off the stored events, each once:
 * - understood: what it tells is written, and with it that it was handled; unless one with the gateway's same id was before;
 * - not the gateway's: refused, with the parser's reason;
 * - no clear answer of the parser, something it names is not known yet, or a crash: again after a pause that doubles, and parked
 *   as failed in the end; at once where no try can mend it.
 */
@Injectable()
export class HandleEvents extends Worker {
  constructor(
    private readonly registry: ProviderRegistry,
    private readonly database: Database,
    private readonly reading: ReadEvent,
    private readonly applying: ApplyEvent,
    private readonly events: WebhookEvents,
  ) {
    super(EVERY_MS);
  }

  /** One round of the verified ones; how many events it was. */
  run(): Promise<number> {
    return this.handleDue({ isVerified: true });
  }

  async handleDue({ isVerified }: { readonly isVerified: boolean }): Promise<number> {
    const providerIds = this.registry.all().map(({ capabilities }) => capabilities.id);
    const due = await this.events.takeDue(ROUND, { providerIds, isVerified });
    await Promise.all(due.map((event) => this.handle(event)));
    return due.length;
  }

  private async handle(event: WebhookEvent): Promise<void> {
    // Whoever took it the last time was gone before they could say so.
    if (event.attempts > MOST_ATTEMPTS) return this.park(event, { reason: 'it was never finished' });
    try {
      await this.settle(event, await this.reading.parse(event));
    } catch (error) {
      this.logger.error(`event ${event.id} could not be handled: ${String(error)}`);
    }
  }

  private async settle(event: WebhookEvent, { parsed, scope }: Reading): Promise<void> {
    const storeId = storeOf(scope);
    switch (parsed.status) {
      case 'parsed':
        if (isId(parsed.id)) return this.once(event, parsed, scope);
        return this.refuse(event, { storeId, reason: 'an event without an id of its own' });
      case 'ignored':
        return this.ignore(event, { storeId, eventType: parsed.type && textOf(parsed.type) });
      case 'refused':
        return this.refuse(event, { storeId, reason: textOf(parsed.reason) });
      case 'unknown':
        return this.again(event, { storeId, reason: textOf(parsed.cause) });
    }
  }

  private async once(event: WebhookEvent, parsed: Understood, scope: GatewayScope): Promise<void> {
    const told = { eventType: textOf(parsed.type), storeId: storeOf(scope) };
    try {
      await this.database.transaction((tx) => this.apply(tx, event, parsed, scope));
    } catch (error) {
      if (error instanceof DuplicateEvent) return this.ignore(event, { ...told, reason: error.message });
      const reason = reasonOf(error);
      this.logger.warn(`${event.providerId}: event ${event.id} has no effect yet: ${reason}`);
      await (isForAPerson(error)
        ? this.park(event, { ...told, reason })
        : this.again(event, { ...told, reason }));
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

  private async ignore(event: WebhookEvent, result: EventResult): Promise<void> {
    await this.events.settle(event, 'ignore', result);
  }

  private async refuse(event: WebhookEvent, result: EventResult): Promise<void> {
    this.logger.warn(`${event.providerId}: event ${event.id} was refused`);
    await this.events.settle(event, 'refuse', result);
  }

  private async again(event: WebhookEvent, result: EventResult): Promise<void> {
    if (event.attempts >= MOST_ATTEMPTS) return this.park(event, result);
    await this.events.note(event, result);
  }

  private async park(event: WebhookEvent, result: EventResult): Promise<void> {
    this.logger.error(`${event.providerId}: event ${event.id} was given up`);
    await this.events.settle(event, 'park', result);
  }
}

/** Whose word it is, where all whose it could be are of one store. */
function storeOf({ storeIds }: GatewayScope): string | undefined {
  return storeIds.length === 1 ? storeIds[0] : undefined;
}

function isForAPerson(error: unknown): boolean {
  if (error instanceof CurrencyMismatch) return true;
  return error instanceof CoreError && FOR_A_PERSON.has(error.code);
}

/** In our own words; a stranger's error may quote what must not be kept. */
function reasonOf(error: unknown): string {
  if (error instanceof CoreError) return textOf(error.message);
  return error instanceof Error ? error.name : 'not an Error';
}

function isId(id: unknown): boolean {
  return typeof id === 'string' && id !== '' && id.length <= LONGEST_ID && !id.includes('\0');
}

/** A provider's words, as they can be kept. */
function textOf(words: unknown): string {
  return String(words).replaceAll('\0', '').slice(0, LONGEST_ID);
}

function goesBack({ about }: EventSubject): boolean {
  return about === 'refund' || about === 'dispute' || about === 'cancellation';
}
