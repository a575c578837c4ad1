import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import type { Pool, PoolClient } from 'pg';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import { RecentCounts } from './recent-counts';
import { sqlState } from './sql-state';
import type { Queryable, Statement, Tx } from './tx';

// Serialization failure and deadlock (PostgreSQL, appendix A): the transaction did nothing and may run again.
const RETRY = new Set(['40001', '40P01']);

// Beyond this the row is hot, and the client should wait rather than the server.
const TRIES = 5;

const PAUSE_MS = 10;

// Knowing whether a transaction is open costs a context per transaction; only tests ask.
const open = process.env['NODE_ENV'] === 'test' ? new AsyncLocalStorage<true>() : null;

/** The one way to Postgres: single statements on the pool, and transactions. */
export class Database implements Queryable {
  readonly recentCounts = new RecentCounts();
  private readonly pool: Pool;

  constructor(private readonly source: DataSource) {
    // TypeORM's own query() cannot name a statement, and naming it is worth a factor of 1.6 (measured).
    this.pool = (source.driver as unknown as { master: Pool }).master;
  }

  get manager(): EntityManager {
    return this.source.manager;
  }

  /**
   * Runs one statement in a transaction of its own. Never inside a transaction: with every connection held by one that
   * waits for another connection, all wait for ever.
   */
  async query<Row>(statement: Statement, values: readonly unknown[]): Promise<Row[]> {
    if (this.insideTransaction()) throw new Error(`"${statement.name}" asks for a second connection`);
    return rowsOf<Row>(this.pool, statement, values);
  }

  /** Runs `work` in one transaction. `work` may run again: it must do nothing but talk to the database. */
  async transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await (open ? open.run(true, () => this.once(work)) : this.once(work));
      } catch (error) {
        if (attempt === TRIES || !RETRY.has(sqlState(error))) throw error;
        await pause(Math.random() * PAUSE_MS * 2 ** attempt);
      }
    }
  }

  /** Whether the caller holds a transaction; always false outside tests. */
  insideTransaction(): boolean {
    return open?.getStore() ?? false;
  }

  async isReady(): Promise<boolean> {
    try {
      return !(await this.source.showMigrations());
    } catch {
      return false;
    }
  }

  async close(): Promise<void> {
    await this.source.destroy();
  }

  private async once<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const runner = this.source.createQueryRunner();
    try {
      const client = (await runner.connect()) as PoolClient;
      await runner.startTransaction();
      const result = await work(txOn(runner, client));
      await runner.commitTransaction();
      return result;
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }
}

function txOn(runner: QueryRunner, client: PoolClient): Tx {
  const on: Queryable = {
    manager: runner.manager,
    query: <Row>(statement: Statement, values: readonly unknown[]) => rowsOf<Row>(client, statement, values),
  };
  return on as Tx;
}

async function rowsOf<Row>(
  on: Pool | PoolClient,
  { name, text, isPlannedEachTime }: Statement,
  values: readonly unknown[],
): Promise<Row[]> {
  const asNamed = isPlannedEachTime ? {} : { name };
  const result = await on.query({ ...asNamed, text, values: [...values] });
  return result.rows as Row[];
}
