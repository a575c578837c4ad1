import { RateLimited } from './rate-limits.errors';
import type { Counted, RateLimitsRepository } from './rate-limits.repository';

const WINDOW_MS = 60_000;

// Of blocked clients as many are remembered before those are looked for whose time is over.
const MANY_BLOCKED = 10_000;

/** Requests that are counted by one statement. */
interface Batch {
  size: number;
  readonly counted: Promise<Counted>;
}

/**
 * Counts each client's requests in a minute, in Postgres for all server processes together. What a client sends while a count
 * of it is under way is counted by the next statement together: a client holds one connection of a process at most, and its
 * row is written once a round trip, however many ask at once. At the limit it is refused from memory, without a query.
 */
export class WindowCounter {
  private readonly open = new Map<string, Batch>();
  private readonly running = new Map<string, Promise<unknown>>();
  /** Until when, in the milliseconds of `performance.now()`. */
  private readonly blocked = new Map<string, number>();

  /** `name` is what the rows' keys begin with. */
  constructor(
    private readonly name: string,
    private readonly limit: number,
    private readonly rows: Pick<RateLimitsRepository, 'count'>,
  ) {}

  /** Refuses whom memory knows to be at the limit. @throws RateLimited */
  checkBlocked(client: string): void {
    const msLeft = (this.blocked.get(client) ?? 0) - performance.now();
    if (msLeft > 0) throw limitedFor(msLeft);
  }

  /** How many requests are left after this one. @throws RateLimited */
  async count(client: string): Promise<number> {
    this.checkBlocked(client);
    const batch = this.open.get(client) ?? this.openBatch(client);
    const place = ++batch.size;
    const { total, msLeft } = await batch.counted;
    const left = this.limit - (total - batch.size + place);
    if (left < 0) throw limitedFor(msLeft);
    return left;
  }

  /** Closed, and counted, when the batch before it has been. */
  private openBatch(client: string): Batch {
    const before = this.running.get(client) ?? Promise.resolve();
    const batch: Batch = { size: 0, counted: before.then(() => this.close(client, batch)) };
    this.open.set(client, batch);
    const ended = batch.counted.then(
      () => undefined,
      () => undefined,
    );
    this.running.set(client, ended);
    void ended.then(() => this.running.get(client) === ended && this.running.delete(client));
    return batch;
  }

  private async close(client: string, { size }: Batch): Promise<Counted> {
    this.open.delete(client);
    const counted = await this.rows.count(`${this.name}:${client}`, size, WINDOW_MS);
    if (counted.total >= this.limit) this.block(client, counted.msLeft);
    return counted;
  }

  private block(client: string, msLeft: number): void {
    const now = performance.now();
    if (this.blocked.size >= MANY_BLOCKED) {
      for (const [other, until] of this.blocked) if (until <= now) this.blocked.delete(other);
    }
    this.blocked.set(client, now + msLeft);
  }
}

function limitedFor(ms: number): RateLimited {
  return new RateLimited(Math.max(1, Math.ceil(ms / 1000)));
}
