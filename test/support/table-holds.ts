import { Client } from 'pg';

/** Names of servers that wait for tables that a test holds (PGAPPNAME) start with this. */
export const TARGET = 'target ';

/** Tables that a test holds while a target server is about to write them. */
const TABLES = ['account_holders', 'bogus_charges', 'events', 'ledger_entries', 'payments'];

/** The lock of one table for one target server. */
const LOCK_ID = `hashtext($1 || ' ' || $2)`;

/**
 * Makes target servers, and no other server, wait when a test holds a table. A lock of the table itself would stop the servers of all
 * test files, which share the database, until their own lock timeout: 503 for requests of tests that expect something else.
 */
export async function prepareHolds(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(`CREATE OR REPLACE FUNCTION wait_for_test() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    PERFORM pg_advisory_xact_lock_shared(hashtext(current_setting('application_name') || ' ' || TG_TABLE_NAME));
    RETURN NULL; END $$`);
  for (const table of TABLES)
    await client.query(`CREATE OR REPLACE TRIGGER wait_for_test BEFORE INSERT OR UPDATE OR DELETE ON ${table}
      WHEN (starts_with(current_setting('application_name'), '${TARGET}')) EXECUTE FUNCTION wait_for_test()`);
  await client.end();
}

/** Holds a table against a target server until the transaction ends. */
export const HOLD = `SELECT pg_advisory_xact_lock(${LOCK_ID})`;

/** Whether the target server waits for the table. */
export const WAITS = `SELECT 1 FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
  WHERE l.locktype = 'advisory' AND l.objid::int8 = (${LOCK_ID}::int8 & 4294967295) AND NOT l.granted AND a.application_name = $1`;

/** @throws for a table that no target server waits for */
export function refuseOtherTable(table: string): void {
  if (!TABLES.includes(table)) throw new Error(`${table} is not in table-holds.ts`);
}
