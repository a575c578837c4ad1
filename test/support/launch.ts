import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Client } from 'pg';
import type { Shutdown } from '../../libs/server/src/serve/shutdown';
import { prepareHolds } from './table-holds';
import { startServer, type Server } from './server-process';

/** File with the run's address for its test files; one per run, named after jest's process. */
export const STATE_FILE = join(
  tmpdir(),
  `tandem-test-${process.env['TANDEM_TEST_RUN'] ?? (process.env['TANDEM_TEST_RUN'] = randomBytes(4).toString('hex'))}.json`,
);

type Environment = Record<string, string>;

/** Everything started by global setup. */
export interface TestRun {
  readonly server: Server;
  /** Creates the run's stores. */
  readonly storeMaker: Server;
  /** Environment for other servers and the command line to share its database. */
  readonly env: Environment;
  stop(): Promise<void>;
}

/** If a run cannot start, everything it started is stopped. */
export async function launch(dataDir: string): Promise<TestRun> {
  const shutdown = await shutdownOnSignal();
  shutdown.add(async () => rmSync(dataDir, { recursive: true, force: true }));
  try {
    return await startRun(dataDir, shutdown);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    await shutdown.end(1);
    throw error;
  }
}

async function startRun(dataDir: string, shutdown: Shutdown): Promise<TestRun> {
  const secrets = { JWT_SECRET: secret(), ORDER_TOKEN_SECRET: secret() };
  const common = {
    ...secrets,
    NODE_ENV: 'test',
    TANDEM_RATE_LIMIT: '0',
    TANDEM_DATA_DIR: dataDir,
    LOG_LEVEL: 'warn',
    TANDEM_WEBHOOKS_ALLOW_PRIVATE: '1',
    // Nothing listens there: tests that need Stripe start a fake, and no test ever calls the real one.
    STRIPE_API_URL: 'http://127.0.0.1:1',
  };
  const database = await databaseIn(dataDir);
  shutdown.add(() => database.stop());
  if (!process.env['DATABASE_URL']) await withoutWaitingForTheDisk(database.url);
  const env = { ...common, DATABASE_URL: database.url };
  // Killed without waiting: their data is discarded anyway.
  const server = await startServer(env);
  shutdown.add(() => server.kill());
  await prepareHolds(database.url);
  const storeMaker = await startServer(env, { main: resolve('test/setup/store-maker.mjs') });
  shutdown.add(() => storeMaker.kill());
  await shutdown.started();
  return {
    server,
    storeMaker,
    env,
    async stop() {
      await storeMaker.stop();
      await server.stop();
      await database.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Ctrl-C ends a run; its Postgres has its own process session and must not outlive it. */
async function shutdownOnSignal(): Promise<Shutdown> {
  const built = '../../dist/libs/server/src/serve/shutdown.js';
  const { Shutdown: OnSignal } = (await import(built)) as { Shutdown: new (exitCode: number) => Shutdown };
  return new OnSignal(130);
}

/** The database of DATABASE_URL, or a Postgres for this run, started as the server starts its own. */
async function databaseIn(dataDir: string): Promise<{ url: string; stop(): Promise<void> }> {
  const given = process.env['DATABASE_URL'];
  if (given) return { url: given, stop: () => Promise.resolve() };
  // Required dynamically: it belongs to the build and has no types.
  const built = '../../dist/libs/platform/database/src/index.js';
  const { startEmbeddedPostgres } = (await import(built)) as {
    startEmbeddedPostgres(dataDir: string): Promise<{ url: string; stop(): Promise<void> }>;
  };
  return startEmbeddedPostgres(dataDir);
}

/** The data ends with the run, and tests kill only servers, never Postgres, so durability is switched off. */
async function withoutWaitingForTheDisk(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes'])
    await client.query(`ALTER SYSTEM SET ${setting} = off`);
  await client.query('SELECT pg_reload_conf()');
  await client.end();
}

function secret(): string {
  return randomBytes(32).toString('hex');
}
