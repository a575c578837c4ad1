import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { startEmbeddedPostgres } from '../../libs/platform/database/src';
import { readBase58 } from '../../libs/platform/ids/src';
import { Shutdown } from '../../libs/server/src/serve/shutdown';
import { fillTo } from './fill';
import { measureGrowth } from './growth';
import { measure, type Measured, type Request } from './load';
import { memoryOf, start, stop, type Environment, type Listening } from './processes';
import { growthTable, table } from './table';
import { World } from './world';

// npm run bench [-- --json] [--seconds 4] [--connections 1,16,64] [--million], or --big [--rows 'q=|search='] to compare a small and a big shop

const SERVER = 'dist/apps/api/src/main.js';
const FLOOR = 'dist/test/bench/floor.js';
const CONNECTIONS = (option('connections') ?? '1,16,64').split(',').map(Number);
const ORDERS = 1000;

/** The results of one run on one machine. */
export interface Report {
  readonly machine: string;
  readonly rows: readonly Measured[];
  /** Sessions created per second at 16 connections, by the number of sessions in the table. */
  readonly bySize: readonly { readonly sessions: number; readonly perSecond: number }[];
  readonly memoryMb: number;
  /** Time from start to ready, with an existing database. */
  readonly readyMs: number;
}

function option(name: string): string | undefined {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : (process.argv[at + 1] ?? '');
}

const seconds = Number(option('seconds') ?? 4);
const withMillion = process.argv.includes('--million');

/** Ctrl-C stops its Postgres and deletes its data. */
async function main(shutdown: Shutdown): Promise<number> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tandem-bench-'));
  chmodSync(dataDir, 0o755);
  shutdown.add(async () => rmSync(dataDir, { recursive: true, force: true }));
  const postgres = await startEmbeddedPostgres(dataDir);
  shutdown.add(() => postgres.stop());
  await shutdown.started();
  process.stdout.write(await printed(environment(postgres.url)));
  return 0;
}

async function printed(env: Environment): Promise<string> {
  const inJson = process.argv.includes('--json');
  if (process.argv.includes('--big')) {
    const rows = await measureGrowth(env, { seconds, rows: option('rows') });
    return inJson ? `${JSON.stringify(rows)}\n` : growthTable(machine(), rows);
  }
  const report = await run(env);
  return inJson ? `${JSON.stringify(report)}\n` : table(report);
}

const machine = (): string => `${cpus().length} × ${cpus()[0]?.model ?? '?'}, Node ${process.version}`;

function environment(url: string): Environment {
  const secret = (): string => randomBytes(32).toString('hex');
  const secrets = { JWT_SECRET: secret(), ORDER_TOKEN_SECRET: secret() };
  return {
    ...secrets,
    DATABASE_URL: url,
    NODE_ENV: 'production',
    PORT: '0',
    LOG_LEVEL: 'error',
    TANDEM_RATE_LIMIT: '0',
  };
}

async function run(env: Environment): Promise<Report> {
  const first = await start(SERVER, env);
  const world = await World.make(first, env, ORDERS);
  await stop(first);
  const server = await start(SERVER, env);
  const rows = await everyRow(server, world, env);
  const bySize = await sizes(server, world, env);
  const memoryMb = memoryOf(server);
  await stop(server);
  return {
    machine: machine(),
    rows,
    bySize,
    memoryMb,
    readyMs: Math.round(server.readyMs),
  };
}

async function everyRow(server: Listening, world: World, env: Environment): Promise<Measured[]> {
  const floor = await startFloor(world, env);
  const session = await oneSession(server, world);
  const rows: Measured[] = [];
  await measure('warm-up', { url: server.url, connections: 16, seconds }, (n) => world.spreeCreate(n));
  for (const connections of CONNECTIONS) {
    const at = (url: string): { url: string; connections: number; seconds: number } => ({
      url,
      connections,
      seconds,
    });
    rows.push(await measure('floor', at(floor.url), () => bare('/create')));
    rows.push(await measure('Spree session create', at(server.url), (n) => world.spreeCreate(n)));
    rows.push(await measure('floor of replacing', at(floor.url), () => bare('/replace')));
    rows.push(await measure('Medusa session create', at(server.url), (n) => world.medusaCreate(n)));
    rows.push(await measure('floor of one collection', at(floor.url), () => bare('/replace-on-one')));
    rows.push(await measure('Medusa create on one collection', at(server.url), () => world.medusaCreate(0)));
    rows.push(await measure('session read', at(server.url), () => world.sessionRead(session)));
    rows.push(await measure('replay of a key', at(server.url), () => world.spreeCreate(0, 'one key')));
  }
  await stop(floor);
  return rows;
}

/** A request to the floor server; the path selects the work. */
function bare(path: string): Request {
  return { method: 'POST', path, headers: {}, body: '{}' };
}

async function startFloor(world: World, env: Environment): Promise<Listening> {
  const uuid = (prefix: string, id: string): string => readBase58(prefix, id) ?? '';
  const database = new Client({ connectionString: env['DATABASE_URL'] });
  await database.connect();
  const { rows } = await database.query<{ store_id: string }>(
    'SELECT store_id FROM payment_methods WHERE id = $1',
    [uuid('pm', world.methodId)],
  );
  await database.end();
  const orderIds = world.orders.map(({ id }) => uuid('or', id));
  return start(FLOOR, env, [
    JSON.stringify({ storeId: rows[0]?.store_id, methodId: uuid('pm', world.methodId), orderIds }),
  ]);
}

async function oneSession(server: Listening, world: World): Promise<string> {
  const { path, ...request } = world.spreeCreate(0);
  const response = await fetch(server.url + path, request);
  return ((await response.json()) as { id: string }).id;
}

/** Measures the same row on a small and a large table. */
async function sizes(server: Listening, world: World, env: Environment): Promise<Report['bySize']> {
  if (!withMillion) return [];
  const measured: { sessions: number; perSecond: number }[] = [];
  for (const sessions of [1_000, 1_000_000]) {
    await fillTo(env['DATABASE_URL'] ?? '', sessions);
    const at = { url: server.url, connections: 16, seconds };
    await measure('warm-up', at, (n) => world.spreeCreate(n));
    const { perSecond } = await measure('by size', at, (n) => world.spreeCreate(n));
    measured.push({ sessions, perSecond });
  }
  return measured;
}

const shutdown = new Shutdown(130);
void main(shutdown)
  .catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    return 1;
  })
  .then((exitCode) => shutdown.end(exitCode));
