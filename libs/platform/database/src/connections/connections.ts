import { Client, Pool, type PoolClient, type PoolConfig } from 'pg';
import { errorCode } from '@tandem/files';
import type { Bounds } from './bounds';
import { CommitUnknown } from '../database.errors';
import { isConnectionLost } from '../sql-state';

// The routine of Postgres's warning, which no language changes: the wait for a synchronous standby was cut short, and the COMMIT
// answers success although the standby may lack it.
const STANDBY_CUT_SHORT = 'SyncRepWaitForLSN';

/**
 * The connections of this process. None is waited for without end, and one that was cut or fell silent is closed, not used again;
 * those that were made before it are taken for dead too, so that one request notices a fail-over and not each.
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
    this.pool = new Pool({ ...config, query_timeout: bounds.answerMs });
    this.pool.on('error', () => undefined);
    this.pool.on('connect', (client) => {
      this.generations.set(client, this.generation);
      // Whoever uses it hears of its end from the statement; unheard the event would end the process.
      client.on('error', () => undefined);
      client.on('notice', ({ routine }) => routine === STANDBY_CUT_SHORT && this.unconfirmed.add(client));
    });
  }

  /** @throws an error that passes, when none is to be had in time */
  async take(): Promise<PoolClient> {
    for (;;) {
      const client = await this.pool.connect();
      if (this.generationOf(client) === this.generation) return client;
      discard(client);
    }
  }

  /** `error` is what its last statement ended in. */
  giveBack(client: PoolClient, error?: unknown): void {
    if (!isConnectionLost(error)) return client.release();
    this.generation = Math.max(this.generation, this.generationOf(client) + 1);
    discard(client);
  }

  /** After what committed. @throws CommitUnknown where a fail-over may lose it */
  confirm(client: PoolClient): void {
    if (this.unconfirmed.delete(client)) throw new CommitUnknown('the standby did not confirm it');
  }

  /** Whether Postgres, or what stands before it, answers whoever comes new. That it has no room left is an answer. */
  async areToBeHad(): Promise<boolean> {
    const client = new Client({ ...this.config, connectionTimeoutMillis: this.bounds.readyMs });
    client.on('error', () => undefined);
    try {
      await client.connect();
      void client.end();
      return true;
    } catch (error) {
      return errorCode(error) === '53300';
    } finally {
      // A peer that has fallen silent since never says good-bye.
      setTimeout(() => client.connection.stream.destroy(), this.bounds.readyMs).unref();
    }
  }

  /** Waits for what is in hand, which has its own bounds. */
  async close(): Promise<void> {
    await this.pool.end();
  }

  private generationOf(client: PoolClient): number {
    return this.generations.get(client) ?? 0;
  }
}

/** A silent connection never says that it has ended: its socket is closed at once, and its place is free. */
function discard(client: PoolClient): void {
  client.connection.stream.destroy();
  client.release(true);
}
