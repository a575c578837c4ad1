import { setTimeout as pause } from 'node:timers/promises';
import type { Bounds } from './connections/bounds';
import type { Connections } from './connections/connections';
import { migrations } from './migrations';
import { isFull } from './sql-state';

// A writable primary, with the schema of this version.
const PROBE = {
  text: `SELECT NOT pg_is_in_recovery() AND current_setting('transaction_read_only') = 'off'
    AND EXISTS (SELECT 1 FROM migrations WHERE name = $1) AS is_ready`,
  values: [migrations.at(-1)?.name],
};

// A result of up to a second ago is reused, so that frequent checks cause one probe.
const CACHE_MS = 1000;

/** Whether requests can be served: a statement gets a response, a new connection succeeds, and the disk was not full recently. */
export class DatabaseHealth {
  private probe: Promise<boolean> | null = null;
  private fullUntil = 0;

  constructor(
    private readonly connections: Connections,
    private readonly bounds: Bounds,
  ) {}

  /** Call with every failed statement's error: a read cannot detect a full disk. */
  recordError(error: unknown): void {
    if (isFull(error)) this.fullUntil = Date.now() + this.bounds.fullMs;
  }

  /** Concurrent calls share one probe. */
  async isReady(): Promise<boolean> {
    this.probe ??= this.runProbe();
    return (await this.probe) && Date.now() >= this.fullUntil;
  }

  private async runProbe(): Promise<boolean> {
    const all = Promise.all([this.responds(), this.connections.acceptNewConnections()]);
    const abort = new AbortController();
    const timeout = pause(this.bounds.readyMs, [false], { signal: abort.signal });
    const results = await Promise.race([all, timeout]).finally(() => abort.abort());
    setTimeout(() => (this.probe = null), CACHE_MS).unref();
    return results.every(Boolean);
  }

  private async responds(): Promise<boolean> {
    try {
      const client = await this.connections.acquire();
      let failure: unknown;
      try {
        const { rows } = await client.query<{ is_ready: boolean }>(PROBE);
        return rows[0]?.is_ready === true;
      } catch (error) {
        failure = error;
        return false;
      } finally {
        this.connections.release(client, failure);
      }
    } catch {
      return false;
    }
  }
}
