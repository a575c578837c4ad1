import { Client, Pool, type PoolClient, type PoolConfig } from 'pg';
import { errorCode } from '@tandem/files';
import type { Bounds } from './bounds';
import { CommitUnknown } from '../database.errors';
import { isConnectionLost } from '../sql-state';

// The source routine of Postgres's warning, which is not translated: the wait for a synchronous standby was cut short, so COMMIT
// succeeds although the standby may lack the data.
const STANDBY_CUT_SHORT = 'SyncRepWaitForLSN';

/**
 * The connection pool of this process. All waits are bounded, and a broken or silent connection is closed. Connections older than
 * a broken one are treated as broken too, so that after a fail-over only one request fails.
 */
export class Connections {
  private readonly pool: Pool;
  private readonly generations = new WeakMap<PoolClient, number>();
  private readonly unconfirmed = new WeakSet<PoolClient>();
  private generation = 0;

  constructor(
    private readonly config: PoolConfig,
    private readonly bounds: Bounds,
  ) {
    // Pipelined: BEGIN does not wait for its response before the first statement is sent.
    this.pool = new Pool({ ...config, query_timeout: bounds.queryTimeoutMs, pipeline: true });
    this.pool.on('error', () => undefined);
    this.pool.on('connect', (client) => {
      this.generations.set(client, this.generation);
      // The statement in progress reports the error; an unhandled event would end the process.
      client.on('error', () => undefined);
      client.on('notice', ({ routine }) => routine === STANDBY_CUT_SHORT && this.unconfirmed.add(client));
    });
  }

  /** @throws a transient error, if none is available in time */
  async acquire(): Promise<PoolClient> {
    for (;;) {
      const client = await this.pool.connect();
      if (this.generationOf(client) === this.generation) return client;
      discard(client);
    }
  }

  /** `error` is the error of its last statement, if any. */
  release(client: PoolClient, error?: unknown): void {
    if (!isConnectionLost(error)) return client.release();
    this.generation = Math.max(this.generation, this.generationOf(client) + 1);
    discard(client);
  }

  /** Call after a commit. @throws CommitUnknown if a fail-over may lose it */
  confirm(client: PoolClient): void {
    if (this.unconfirmed.delete(client)) throw new CommitUnknown('the standby did not confirm it');
  }

  /** Whether Postgres, or a proxy in front, accepts new connections. "Too many connections" counts as yes. */
  async acceptNewConnections(): Promise<boolean> {
    const client = new Client({ ...this.config, connectionTimeoutMillis: this.bounds.readyMs });
    client.on('error', () => undefined);
    try {
      await client.connect();
      void client.end();
      return true;
    } catch (error) {
      return errorCode(error) === '53300';
    } finally {
      // A peer that has gone silent never closes the connection.
      setTimeout(() => client.connection.stream.destroy(), this.bounds.readyMs).unref();
    }
  }

  /** Waits for running work, which has its own bounds. */
  async close(): Promise<void> {
    await this.pool.end();
  }

  private generationOf(client: PoolClient): number {
    return this.generations.get(client) ?? 0;
  }
}

/** A silent connection never ends by itself: destroy its socket at once and free its slot. */
function discard(client: PoolClient): void {
  client.connection.stream.destroy();
  client.release(true);
}
