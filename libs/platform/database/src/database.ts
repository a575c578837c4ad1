import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import type { PoolClient } from 'pg';
import { errorCode } from '@tandem/files';
import type { Bounds } from './connections/bounds';
import { begin, commit } from './connections/begin-and-commit';
import type { Connections } from './connections/connections';
import { DatabaseHealth } from './database-health';
import { CommitUnknown } from './database.errors';
import type { CommonTrigrams } from './lists/rare-part';
import { RowPlaces, rowOf, RowReserved } from './lists/row-places';
import { RowQueue } from './row-queue';
import type { SessionUse } from './connections/session-use';
import { isConnectionLost } from './sql-state';
import { inTransaction, type Queryable, type Statement, type Tx } from './connections/tx';
import { TtlCache } from './ttl-cache';

// Serialization failure and deadlock (PostgreSQL, appendix A): the transaction was rolled back and may run again.
const RETRIED_CODES = new Set(['40001', '40P01']);

// After that many attempts the row is hot, and the client should wait rather than the server.
const MAX_TRIES = 5;

const PAUSE_MS = 10;

// The share of the pool that may wait for one row; the rest stays available for other rows.
const MAX_POOL_SHARE_PER_ROW = 1 / 4;

// About as often as a person reloads a page, and rarely enough that counting is a small part of a busy list's cost. Each
// combination of filters has its own count.
const RECENT_COUNTS = { ttlMs: 5_000, maxEntries: 1_000 };

// Email patterns change slowly, and an outdated sample makes a search slower, not wrong.
const SEARCH_SAMPLES = { ttlMs: 5 * 60_000, maxEntries: 100 };

// Tracking open transactions costs an async context each; only tests use it.
const open = process.env['NODE_ENV'] === 'test' ? new AsyncLocalStorage<true>() : null;

export interface DatabaseParts {
  readonly connections: Connections;
  readonly sessions: SessionUse;
  readonly bounds: Bounds;
  /** Connections of this process. */
  readonly poolSize: number;
}

/** One attempt to run a transaction. */
interface Attempt {
  readonly places: RowPlaces;
  readonly effects: (() => void)[];
  /** Why nothing more may be sent: its work has ended, or it has to wait for a row first. */
  ended: Error | null;
}

/** The only access to Postgres: single statements on the pool, and transactions. */
export class Database implements Queryable {
  readonly recentCounts = new TtlCache<number>(RECENT_COUNTS);
  readonly searchSamples = new TtlCache<CommonTrigrams>(SEARCH_SAMPLES);
  private readonly connections: Connections;
  private readonly sessions: SessionUse;
  private readonly rows: RowQueue;
  private readonly health: DatabaseHealth;

  constructor({ connections, sessions, bounds, poolSize }: DatabaseParts) {
    this.connections = connections;
    this.sessions = sessions;
    this.rows = new RowQueue(Math.max(1, Math.floor(poolSize * MAX_POOL_SHARE_PER_ROW)), bounds.rowQueueMs);
    this.health = new DatabaseHealth(connections, bounds);
  }

  /**
   * Runs one statement in its own transaction. Never call it inside a transaction: if every connection waits for another, all
   * wait forever. @throws CommitUnknown if it may write and got no response
   */
  async query<Row>(statement: Statement, values: readonly unknown[]): Promise<Row[]> {
    if (this.isInTransaction())
      throw new Error(`"${statement.name}" needs a second connection inside a transaction`);
    const row = rowOf(statement, values);
    if (row === null) return this.runSingle<Row>(statement, values);
    await this.rows.enter(row);
    return this.runSingle<Row>(statement, values).finally(() => this.rows.leave(row));
  }

  /**
   * Runs `work` in one transaction. `work` may run again or be rolled back, so it must only talk to the database (eslint:
   * house/pure-work); other side effects go into tx.afterCommit().
   * @throws CommitUnknown, which is never retried: it may have been committed
   */
  async transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const places = new RowPlaces(this.rows);
    try {
      return await this.withRetries(places, work);
    } finally {
      places.leave();
    }
  }

  /** Whether the caller is in a transaction; always false outside tests. */
  isInTransaction(): boolean {
    return open?.getStore() ?? false;
  }

  /** Whether requests can be served; answers within two seconds, whatever hangs. */
  isReady(): Promise<boolean> {
    return this.health.isReady();
  }

  async close(): Promise<void> {
    await this.connections.close();
  }

  private async withRetries<T>(places: RowPlaces, work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let tries = 1; ;) {
      try {
        return await (open ? open.run(true, () => this.runOnce(places, work)) : this.runOnce(places, work));
      } catch (error) {
        if (error instanceof RowReserved) {
          await places.wait(error.row);
          continue;
        }
        if (tries === MAX_TRIES || !RETRIED_CODES.has(errorCode(error))) throw error;
        await pause(Math.random() * PAUSE_MS * 2 ** tries);
        tries++;
      }
    }
  }

  private async runOnce<T>(places: RowPlaces, work: (tx: Tx) => Promise<T>): Promise<T> {
    const attempt: Attempt = { places, effects: [], ended: null };
    const result = await this.runInTransaction((client, begun) =>
      work(this.txOn(client, begun, attempt)).finally(() => (attempt.ended ??= new AfterEnd())),
    );
    for (const effect of attempt.effects) effect();
    return result;
  }

  private async runInTransaction<T>(
    work: (client: PoolClient, begun: Promise<void>) => Promise<T>,
  ): Promise<T> {
    const client = await this.connections.acquire();
    let failure: unknown;
    try {
      const begun = begin(client, this.sessions.begin);
      // Awaited below; until then its rejection is no unhandled one.
      begun.catch(() => undefined);
      if (!this.sessions.pipelinesBegin) await begun;
      const result = await work(client, begun);
      await begun;
      await commit(client);
      this.connections.confirm(client);
      return result;
    } catch (error) {
      failure = await rollBack(client, error);
      throw error;
    } finally {
      this.release(client, failure);
    }
  }

  private async runSingle<Row>(statement: Statement, values: readonly unknown[]): Promise<Row[]> {
    const client = await this.connections.acquire();
    let failure: unknown;
    try {
      const rows = await this.rowsOf<Row>(client, statement, values);
      this.connections.confirm(client);
      return rows;
    } catch (error) {
      failure = error;
      throw isConnectionLost(error) && statement.writes ? new CommitUnknown(error) : error;
    } finally {
      this.release(client, failure);
    }
  }

  private txOn(client: PoolClient, begun: Promise<void>, attempt: Attempt): Tx {
    let hasWritten = false;
    return {
      [inTransaction]: true,
      afterCommit: (effect) => attempt.effects.push(effect),
      query: async <Row>(statement: Statement, values: readonly unknown[]) => {
        this.reserve(attempt, statement, values);
        // A read may be sent before the response to BEGIN. A write may not: if BEGIN had failed, it would commit by itself. What comes
        // after a write waits too, so that statements are executed in the order of their calls.
        hasWritten ||= statement.writes;
        if (hasWritten) await begun;
        refuseAfterEnd(attempt);
        return this.rowsOf<Row>(client, statement, values);
      },
    };
  }

  /** Without a place, nothing that was to be sent together with this statement is sent: it would wait in Postgres for the row. */
  private reserve(attempt: Attempt, statement: Statement, values: readonly unknown[]): void {
    refuseAfterEnd(attempt);
    const row = rowOf(statement, values);
    if (row === null) return;
    try {
      attempt.places.reserve(row);
    } catch (error) {
      if (error instanceof RowReserved) attempt.ended = error;
      throw error;
    }
  }

  private async rowsOf<Row>(
    client: PoolClient,
    { name, text, isPlannedEachTime }: Statement,
    values: readonly unknown[],
  ): Promise<Row[]> {
    const asNamed = this.sessions.preparesStatements && !isPlannedEachTime ? { name } : {};
    const result = await client.query({ ...asNamed, text, values: [...values] });
    return result.rows as Row[];
  }

  private release(client: PoolClient, failure: unknown): void {
    this.health.recordError(failure);
    this.connections.release(client, failure);
  }
}

/**
 * Of two statements sent together the first may have failed. After the ROLLBACK, the second would commit by itself. It fails with the first
 * one's error, because either may be seen first.
 */
function refuseAfterEnd({ ended }: Attempt): void {
  if (ended) throw ended;
}

class AfterEnd extends Error {
  constructor() {
    super("a statement comes after its transaction's end");
  }
}

/** The error of the connection's last statement. A lost connection is not rolled back. */
async function rollBack(client: PoolClient, error: unknown): Promise<unknown> {
  const failure = error instanceof CommitUnknown ? error.cause : error;
  if (isConnectionLost(failure)) return failure;
  return client.query('ROLLBACK').then(
    () => failure,
    (lost: unknown) => lost,
  );
}
