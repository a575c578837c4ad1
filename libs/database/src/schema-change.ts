import { Client, type PoolConfig } from 'pg';
import { BEGIN_SCHEMA_CHANGE, whileLocked } from './schema-lock';
import type { Queryable } from './tx';

/**
 * Lets a library make its own tables: `work` runs on a connection without limits, while no other server changes the schema. Its
 * statements commit by themselves.
 */
export async function changeSchema(
  config: PoolConfig,
  work: (on: Queryable) => Promise<void>,
): Promise<void> {
  await withClient(config, (lock) =>
    whileLocked(() => alone(lock, () => withClient(config, (client) => work(queryableOn(client))))),
  );
}

/** The lock is a transaction that does nothing else. */
async function alone(lock: Client, work: () => Promise<void>): Promise<void> {
  try {
    await lock.query(BEGIN_SCHEMA_CHANGE);
    await work();
  } finally {
    await lock.query('ROLLBACK').catch(() => undefined);
  }
}

async function withClient<T>(config: PoolConfig, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client(config);
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function queryableOn(client: Client): Queryable {
  return {
    query: async <Row>({ text }: { readonly text: string }, values: readonly unknown[]) => {
      const { rows } = await client.query({ text, values: [...values] });
      return rows as Row[];
    },
  };
}
