import { types, type CustomTypesConfig } from 'pg';
import { DataSource } from 'typeorm';
import { migrations } from './migrations';
import { retryTransient } from './retry-transient';

const INT8 = 20;

// Amounts are bigint: pg's own default is text, which adds where it should sum.
const asBigint: CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    (oid === INT8
      ? BigInt
      : types.getTypeParser(oid, format)) as unknown) as CustomTypesConfig['getTypeParser'],
};

// A statement that takes longer than a provider may (10 s) is stuck; its connection is worth more than its answer.
const STATEMENT_TIMEOUT_MS = 15_000;

// A transaction here does nothing but talk to the database, so one that idles belongs to a process that stalled: its
// locks are let go for whoever takes its work over.
const IDLE_IN_TRANSACTION_MS = 5_000;

// Postgres decides for each statement whether one plan serves all values (test/volume explains them all). A shop's data is in memory
// or on a disk without a head: an index that has all that is asked for is better than its table, which 4, the default, denies.
const PLANS = '-c random_page_cost=1.1';

// Any number will do, as long as every Tandem uses the same.
const MIGRATION_LOCK = 7_264_336;

/** A connected data source whose schema is up to date. */
export async function connect(url: string, poolSize: number): Promise<DataSource> {
  const source = new DataSource({
    type: 'postgres',
    url,
    poolSize,
    migrations,
    migrationsTableName: 'migrations',
    migrationsTransactionMode: 'all',
    synchronize: false,
    logging: false,
    poolErrorHandler: () => undefined,
    extra: {
      // The operator's PGAPPNAME goes first.
      fallback_application_name: 'tandem',
      options: PLANS,
      types: asBigint,
      statement_timeout: STATEMENT_TIMEOUT_MS,
      idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
    },
  });
  await source.initialize();
  await retryTransient(() => migrateAlone(source));
  return source;
}

/** Two processes that start at once must not both migrate: the lock ends with the transaction that holds it. */
async function migrateAlone(source: DataSource): Promise<void> {
  await source.transaction(async (manager) => {
    await manager.query(`SELECT pg_advisory_xact_lock(${MIGRATION_LOCK})`);
    await source.runMigrations();
  });
}
