import { RateLimited } from './rate-limits.errors';
import type { Counted, RateLimitsRepository } from './rate-limits.repository';

const WINDOW_MS = 60_000;

// Ended blocks are removed once this many are remembered.
const CLEANUP_SIZE = 10_000;

/** Requests counted by one statement. */
interface Batch {
  size: number;
  readonly counted: Promise<Counted>;
}

/**
 * Counts each client's requests per minute in Postgres, across all server processes. Requests that arrive during a client's count
 * are batched into the next statement: a client uses at most one connection per process, and its row is written once per round
 * trip. At the limit it is refused from memory, without a query.
 */
export class WindowCounter {
  private readonly open = new Map<string, Batch>();
  private readonly running = new Map<string, Promise<unknown>>();
  /** Blocked until this `performance.now()` time, by client. */
  private readonly blocked = new Map<string, number>();

  /** `name` is the prefix of the rows' keys. */
  constructor(
    private readonly name: string,
    private readonly limit: number,
    private readonly rows: Pick<RateLimitsRepository, 'count'>,
  ) {}

  /** Refuses a client that is known to be at the limit. @throws RateLimited */
  checkBlocked(client: string): void {
    const msLeft = (this.blocked.get(client) ?? 0) - performance.now();
    if (msLeft > 0) throw rateLimitedFor(msLeft);
  }

  /** Returns how many requests remain after this one. @throws RateLimited */
  async count(client: string): Promise<number> {
    this.checkBlocked(client);
    const batch = this.open.get(client) ?? this.openBatch(client);
    const position = ++batch.size;
    const { total, msLeft } = await batch.counted;
    const remaining = this.limit - (total - batch.size + position);
    if (remaining < 0) throw rateLimitedFor(msLeft);
    return remaining;
  }

  /** Starts a batch, which is counted after the previous one. */
  private openBatch(client: string): Batch {
    const previous = this.running.get(client) ?? Promise.resolve();
    const batch: Batch = { size: 0, counted: previous.then(() => this.close(client, batch)) };
    this.open.set(client, batch);
    const settled = batch.counted.then(
      () => undefined,
      () => undefined,
    );
    this.running.set(client, settled);
    void settled.then(() => this.running.get(client) === settled && this.running.delete(client));
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
    if (this.blocked.size >= CLEANUP_SIZE) {
      for (const [other, until] of this.blocked) if (until <= now) this.blocked.delete(other);
    }
    this.blocked.set(client, now + msLeft);
  }
}

function rateLimitedFor(ms: number): RateLimited {
  return new RateLimited(Math.max(1, Math.ceil(ms / 1000)));
}
