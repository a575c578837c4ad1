import { propertiesOf, type Properties } from '@tandem/objects';
import type { PoolConfig } from 'pg';
import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';
import { migrations } from './migrations';
import { BEGIN_SCHEMA_CHANGE, whileLocked } from './schema-lock';

type Migration = new () => MigrationInterface;

// TypeORM's own table, as created since the first version.
const TABLE = `CREATE TABLE IF NOT EXISTS migrations (
  id SERIAL NOT NULL, timestamp bigint NOT NULL, name character varying NOT NULL, PRIMARY KEY (id))`;

/**
 * Brings the schema up to date on its own connection, each migration in its own transaction: no table stays locked for a later
 * migration, and the next start continues after a killed one.
 */
export async function migrate(extra: PoolConfig): Promise<void> {
  const source = new DataSource({ type: 'postgres', poolSize: 1, extra, poolErrorHandler: () => undefined });
  await source.initialize();
  try {
    const runner = source.createQueryRunner();
    const applied = await namesIn(runner);
    for (const migration of migrations.filter(({ name }) => !applied.has(name)))
      await whileLocked(() => runOnce(runner, migration));
  } finally {
    await source.destroy();
  }
}

async function runOnce(runner: QueryRunner, migration: Migration): Promise<void> {
  try {
    await runner.query(BEGIN_SCHEMA_CHANGE);
    await runner.query(TABLE);
    // Another server may have run it while this one waited.
    if (!(await namesIn(runner)).has(migration.name)) {
      await new migration().up(runner);
      await runner.query('INSERT INTO migrations (timestamp, name) VALUES ($1, $2)', recordOf(migration));
    }
    await runner.query('COMMIT');
  } catch (error) {
    await runner.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

async function namesIn(runner: QueryRunner): Promise<Set<string>> {
  const [table] = await rowsOf(runner, `SELECT to_regclass('migrations') IS NOT NULL AS exists`);
  const rows = table?.['exists'] === true ? await rowsOf(runner, 'SELECT name FROM migrations') : [];
  return new Set(rows.map(({ name }) => String(name)));
}

async function rowsOf(runner: QueryRunner, text: string): Promise<Properties[]> {
  const rows: unknown = await runner.query(text);
  return Object.values(propertiesOf(rows)).map(propertiesOf);
}

/** TypeORM takes the timestamp from the name. */
function recordOf({ name }: Migration): [string, string] {
  return [name.slice(-13), name];
}
