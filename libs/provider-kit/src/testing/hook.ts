import { strict as assert } from 'node:assert';
import type { EventSubject, ParsedEvent, ReceivedEvent, VerifiedEvent } from '../contract/events';
import { withinLimit } from '../within-limit';
import { inspectError } from './inspect-response';
import { inspectEvent } from './inspect-event';
import type { Events, Signing } from './kit-options';
import type { Kit } from './kit';
import type { ProviderDriver } from './provider-driver';

const LIMIT_MS = 10_000;

type ParsedEvents = ParsedEvent & { readonly status: 'parsed' };

/** Calls a provider's event methods as the server does, and inspects each response. */
export class Hook {
  private readonly events: Events;

  constructor(
    private readonly kit: Kit,
    private readonly driver: ProviderDriver,
  ) {
    const { events } = kit.options;
    if (!events) throw new Error('events is not given');
    this.events = events;
  }

  get says(): Events['says'] {
    return this.events.says;
  }

  /** A received body, signed by the gateway just now unless `signing` says otherwise. */
  received(body: string, { at = new Date(), forged = false }: Partial<Signing> = {}): ReceivedEvent {
    return {
      rawBody: Buffer.from(body),
      headers: this.events.sign(body, { at, forged }),
      settings: this.kit.options.settings ?? {},
      receivedAt: new Date(),
    };
  }

  parse(event: ReceivedEvent): Promise<ParsedEvent> {
    return this.ask(async () => {
      assert.ok(this.driver.provider.parseEvent, 'the provider has no parseEvent');
      return this.driver.provider.parseEvent(event);
    });
  }

  /** Null where the provider implements only `parseEvent`. */
  async verify(event: ReceivedEvent): Promise<VerifiedEvent | null> {
    const { provider } = this.driver;
    return provider.verifyEvent ? this.ask(async () => provider.verifyEvent?.(event) as VerifiedEvent) : null;
  }

  /** Parses a genuine event: both methods accept it, and parsing it twice gives the same result. */
  async understood(body: string): Promise<ParsedEvents> {
    const event = this.received(body);
    const verified = await this.verify(event);
    const parsed = await this.parse(event);
    assert.equal(parsed.status, 'parsed', `a genuine event is parsed: got ${parsed.status}`);
    if (verified) expectNamed(verified, parsed);
    assert.deepEqual(await this.parse(event), parsed, 'the same event parses the same each time');
    return parsed;
  }

  /** The event's only subject of one kind. */
  async reported<About extends EventSubject['about']>(
    body: string,
    about: About,
  ): Promise<EventSubject & { about: About }> {
    const { about: subjects = [] } = await this.understood(body);
    const found = subjects.filter((subject) => subject.about === about);
    assert.equal(found.length, 1, `the event has one ${about} subject: got ${found.length}`);
    return found[0] as EventSubject & { about: About };
  }

  /** Checks that the event is refused by both methods, and that no reason reveals a secret. */
  async expectRefused(event: ReceivedEvent, what: string): Promise<void> {
    const verified = await this.verify(event);
    if (verified) assert.equal(verified.status, 'refused', `verifyEvent refuses ${what}`);
    assert.equal((await this.parse(event)).status, 'refused', `parseEvent refuses ${what}`);
  }

  private async ask<T extends VerifiedEvent | ParsedEvent>(work: () => Promise<T>): Promise<T> {
    const { secrets = [], limitMs = LIMIT_MS } = this.kit.options;
    try {
      const response = await withinLimit(work(), limitMs);
      inspectEvent(response, secrets);
      return response;
    } catch (error) {
      inspectError(error, secrets);
      throw error;
    }
  }
}

/** If `verifyEvent` returns an id or type, they match those of `parseEvent`. */
function expectNamed(verified: VerifiedEvent, { id, type }: ParsedEvents): void {
  assert.equal(verified.status, 'verified', `verifyEvent accepts a genuine event: got ${verified.status}`);
  const named = { id: verified.id ?? id, type: verified.type ?? type };
  assert.deepEqual(named, { id, type }, 'verifyEvent and parseEvent return the same id and type');
}
