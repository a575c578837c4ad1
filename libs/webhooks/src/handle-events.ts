import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Rounds } from '@tandem/context';
import { ProviderRegistry } from '@tandem/payment-providers';
import type { ParsedEvent } from '@tandem/provider-kit';
import { ProviderCalls } from '@tandem/provider-operations';
import type { WebhookEvent } from './webhook-event';
import { WebhookEvents } from './webhook-events.repository';

const EVERY_MS = 1000;
const ROUND = 20;

// With doubling pauses from 15 s: half an hour in all, longer than a deployment or a database takes to come back.
const MOST_ATTEMPTS = 8;

// As long as any gateway's id, shorter than an index can bear.
const LONGEST_ID = 255;

const RESULTS = new Set(['event', 'refused', 'ignored', 'unknown']);

/**
 * Works off the stored events, each once:
 * - understood: handled, unless one with the gateway's same id was before;
 * - not the gateway's: refused, with the parser's reason;
 * - no clear answer of the parser, or a crash: again after a pause that doubles, and parked as failed in the end.
 */
@Injectable()
export class HandleEvents implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(HandleEvents.name);
  private readonly rounds = new Rounds(this.logger, EVERY_MS, () => this.run());

  constructor(
    private readonly registry: ProviderRegistry,
    private readonly calls: ProviderCalls,
    private readonly events: WebhookEvents,
  ) {}

  onApplicationBootstrap(): void {
    this.rounds.start();
  }

  onApplicationShutdown(): Promise<void> {
    return this.rounds.stop();
  }

  /** One round; how many events it was. */
  async run(): Promise<number> {
    const known = this.registry.all().map(({ facts }) => facts.id);
    const due = await this.events.takeDue(ROUND, known);
    await Promise.all(due.map((event) => this.handle(event)));
    return due.length;
  }

  private async handle(event: WebhookEvent): Promise<void> {
    // Whoever took it the last time was gone before they could say so.
    if (event.attempts > MOST_ATTEMPTS) return this.park(event, 'it was never finished');
    try {
      await this.settle(event, await this.parse(event));
    } catch (error) {
      this.logger.error(`event ${event.id} could not be handled: ${String(error)}`);
    }
  }

  private async parse({ id, providerId, headers, body }: WebhookEvent): Promise<ParsedEvent | Unclear> {
    const request = { rawBody: body, headers };
    const parsed = await this.calls.ask<ParsedEvent | Unclear>(
      { providerId },
      `event ${id}`,
      (provider) => provider.parseEvent?.(request) ?? { is: 'ignored' },
      RESULTS,
    );
    const isOdd = parsed.is === 'event' && !isId(parsed.id);
    return isOdd ? { is: 'refused', reason: 'an event without an id of its own' } : parsed;
  }

  private async settle(event: WebhookEvent, parsed: ParsedEvent | Unclear): Promise<void> {
    switch (parsed.is) {
      case 'event':
        return this.once(event, parsed);
      case 'ignored':
        await this.events.settle(event, 'ignore');
        return;
      case 'refused':
        this.logger.warn(`${event.providerId}: event ${event.id} was refused`);
        await this.events.settle(event, 'refuse', { reason: textOf(parsed.reason) });
        return;
      case 'unknown':
        if (event.attempts >= MOST_ATTEMPTS) await this.park(event, parsed.cause);
    }
  }

  private async once(event: WebhookEvent, { id, type }: ParsedEvent & { is: 'event' }): Promise<void> {
    const isFirst = await this.events.settle(event, 'handle', { eventId: id, eventType: textOf(type) });
    if (!isFirst) await this.events.settle(event, 'ignore', { reason: `a duplicate of ${id}` });
  }

  private async park(event: WebhookEvent, reason: string): Promise<void> {
    this.logger.error(`${event.providerId}: event ${event.id} was given up`);
    await this.events.settle(event, 'park', { reason: textOf(reason) });
  }
}

type Unclear = { readonly is: 'unknown'; readonly cause: string };

function isId(id: unknown): boolean {
  return typeof id === 'string' && id !== '' && id.length <= LONGEST_ID && !id.includes('\0');
}

/** A provider's words, as they can be kept. */
function textOf(words: unknown): string {
  return String(words).replaceAll('\0', '').slice(0, LONGEST_ID);
}
