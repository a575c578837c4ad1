import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Client } from 'pg';

/** UUIDs of the store to fill. */
export interface Shop {
  readonly storeId: string;
  readonly regionId: string;
  /** The bogus provider's payment method. */
  readonly methodId: string;
}

/** The orders of reference/growth.md: 300,000 placed and 40,000 open. */
export const FULL_SIZE = 340_000;

/** Fills a store with this many orders and their dependent rows, then updates statistics and the visibility map. */
export async function fill(
  url: string,
  { storeId, regionId, methodId }: Shop,
  orders: number,
): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    // Foreign keys hold by construction, and checking them would take half of the time. Only a superuser can skip the checks.
    await client.query('SET session_replication_role = replica').catch(() => undefined);
    await client.query(
      'CREATE TEMPORARY TABLE shop (store_id uuid, region_id uuid, method_id uuid, orders int)',
    );
    await client.query('INSERT INTO shop VALUES ($1, $2, $3, $4)', [storeId, regionId, methodId, orders]);
    for (const statement of statements()) await client.query(statement);
    await client.query('VACUUM (ANALYZE)');
  } finally {
    await client.end();
  }
}

/** The statements of fill.sql; each runs in its own transaction. */
function statements(): string[] {
  return readFileSync(resolve('test/volume/fill.sql'), 'utf8').split(/;\n(?=\n|$)/);
}

/** The first store of a database, with its first region and its bogus method. */
export async function shopIn(url: string): Promise<Shop> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<Shop>(
    `SELECT m.store_id AS "storeId", m.id AS "methodId", (SELECT r.id FROM regions r WHERE r.store_id = m.store_id
        ORDER BY r.id LIMIT 1) AS "regionId"
       FROM payment_methods m WHERE m.provider_id = 'pp_bogus_default' ORDER BY m.store_id LIMIT 1`,
  );
  await client.end();
  if (!rows[0]) throw new Error('there is no store with a bogus method to fill');
  return rows[0];
}
