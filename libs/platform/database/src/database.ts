import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import type { PoolClient } from 'pg';
import { errorCode } from '@tandem/files';
import type { Bounds } from './connections/bounds';
import { commit } from './connections/commit';
import type { Connections } from './connections/connections';
import { DatabaseHealth } from './database-health';
import { CommitUnknown } from './database.errors';
import type { CommonPieces } from './lists/rare-part';
import { RowPlaces, rowOf, RowTaken } from './lists/row-places';
import { RowQueue } from './row-queue';
import type { SessionUse } from './connections/session-use';
import { isConnectionLost } from './sql-state';
import { inTransaction, type Queryable, type Statement, type Tx } from './connections/tx';
import { TtlCache } from './ttl-cache';

// Serialization failure and deadlock (PostgreSQL, appendix A): the transaction did nothing and may run again.
const RETRY = new Set(['40001', '40P01']);

// Beyond this the row is hot, and the client should wait rather than the server.
const TRIES = 5;

const PAUSE_MS = 10;

// Of the pool, how much may wait for one row; the rest is for whoever wants another.
const PART_FOR_ONE_ROW = 1 / 4;

// As often as a person looks again, and seldom enough that counting is a small part of what a busy list costs. Each set of filters
// has a count of its own.
const RECENT_COUNTS = { ttlMs: 5_000, most: 1_000 };

// How customers write their emails changes slowly, and a sample that is out of date makes a search slower, not wrong.
const SEARCH_SAMPLES = { ttlMs: 5 * 60_000, most: 100 };

const ONLY_READS = /^\s*SELECT\b/i;

// Knowing whether a transaction is open costs a context per transaction; only tests ask.
const open = process.env['NODE_ENV'] === 'test' ? new AsyncLocalStorage<true>() : null;

export interface DatabaseParts {
  readonly connections: Connections;
  readonly sessions: SessionUse;
  readonly bounds: Bounds;
  /** Connections of this process. */
  readonly poolSize: number;
}

/** The one way to Postgres: single statements on the pool, and transactions. */
export class Database implements Queryable {
  readonly recentCounts = new TtlCache<number>(RECENT_COUNTS);
  readonly searchSamples = new TtlCache<CommonPieces>(SEARCH_SAMPLES);
  private readonly connections: Connections;
  private readonly sessions: SessionUse;
  private readonly rows: RowQueue;
  private readonly health: DatabaseHealth;

  constructor({ connections, sessions, bounds, poolSize }: DatabaseParts) {
    this.connections = connections;
    this.sessions = sessions;
    this.rows = new RowQueue(Math.max(1, Math.floor(poolSize * PART_FOR_ONE_ROW)), bounds.rowQueueMs);
    this.health = new DatabaseHealth(connections, bounds);
  }

  /**
   * Runs one statement in a transaction of its own. Never inside a transaction: with every connection held by one that
   * waits for another connection, all wait for ever. @throws CommitUnknown where it may write, and no answer came
   */
  async query<Row>(statement: Statement, values: readonly unknown[]): Promise<Row[]> {
    if (this.insideTransaction()) throw new Error(`"${statement.name}" asks for a second connection`);
    const row = rowOf(statement, values);
    if (row === null) return this.single<Row>(statement, values);
    await this.rows.enter(row);
    return this.single<Row>(statement, values).finally(() => this.rows.leave(row));
  }

  /**
   * Runs `work` in one transaction. `work` may run again, or be undone: it does nothing but talk to the database
   * (eslint: house/pure-work). What is to happen outside of it goes into tx.afterCommit().
   * @throws CommitUnknown, which is never tried again: it may have been committed
   */
  async transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const places = new RowPlaces(this.rows);
    try {
      return await this.inTurn(places, work);
    } finally {
      places.leave();
    }
  }

  /** Whether the caller holds a transaction; always false outside tests. */
  insideTransaction(): boolean {
    return open?.getStore() ?? false;
  }

  /** Whether requests can be served; known within two seconds, whatever hangs. */
  isReady(): Promise<boolean> {
    return this.health.isReady();
  }

  async close(): Promise<void> {
    await this.connections.close();
  }

  private async inTurn<T>(places: RowPlaces, work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let tries = 1; ;) {
      try {
        return await (open ? open.run(true, () => this.once(places, work)) : this.once(places, work));
      } catch (error) {
        if (error instanceof RowTaken) {
          await places.wait(error.row);
          continue;
        }
        if (tries === TRIES || !RETRY.has(errorCode(error))) throw error;
        await pause(Math.random() * PAUSE_MS * 2 ** tries);
        tries++;
      }
    }
  }

  private async once<T>(places: RowPlaces, work: (tx: Tx) => Promise<T>): Promise<T> {
    const effects: (() => void)[] = [];
    const result = await this.committed((client) => work(this.txOn(client, places, effects)));
    for (const effect of effects) effect();
    return result;
  }

  private async committed<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    const client = await this.connections.take();
    let failure: unknown;
    try {
      await client.query(this.sessions.begin);
      const result = await work(client);
      await commit(client);
      this.connections.confirm(client);
      return result;
    } catch (error) {
      failure = await rolledBack(client, error);
      throw error;
    } finally {
      this.giveBack(client, failure);
    }
  }

  private async single<Row>(statement: Statement, values: readonly unknown[]): Promise<Row[]> {
    const client = await this.connections.take();
    let failure: unknown;
    try {
      const rows = await this.rowsOf<Row>(client, statement, values);
      this.connections.confirm(client);
      return rows;
    } catch (error) {
      failure = error;
      throw isConnectionLost(error) && !ONLY_READS.test(statement.text) ? new CommitUnknown(error) : error;
    } finally {
      this.giveBack(client, failure);
    }
  }

  private txOn(client: PoolClient, places: RowPlaces, effects: (() => void)[]): Tx {
    return {
      [inTransaction]: true,
      afterCommit: (effect) => effects.push(effect),
      query: async <Row>(statement: Statement, values: readonly unknown[]) => {
        const row = rowOf(statement, values);
        if (row !== null) places.take(row);
        return this.rowsOf<Row>(client, statement, values);
      },
    };
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

  private giveBack(client: PoolClient, failure: unknown): void {
    this.health.note(failure);
    this.connections.giveBack(client, failure);
  }
}

/** What the connection's last statement ended in: a connection that is gone is not asked for a rollback. */
async function rolledBack(client: PoolClient, error: unknown): Promise<unknown> {
  const failure = error instanceof CommitUnknown ? error.cause : error;
  if (isConnectionLost(failure)) return failure;
  return client.query('ROLLBACK').then(
    () => failure,
    (lost: unknown) => lost,
  );
}
