import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { Client, Pool } from 'pg';
import type { Server } from './server-process';
import { anotherServer, serverEnv, type StoreMade } from './tandem';

const run = promisify(execFile);

/** An empty database used only by servers started here, not by the run's servers. */
export interface OwnDatabase {
  readonly pool: Pool;
  readonly url: string;
  server(more?: Record<string, string>): Promise<Server>;
  /** Runs the command line on it; returns the output, also for exit code 1. */
  tandem(args: readonly string[], more?: Record<string, string>): Promise<string>;
  /** Only after a server has created the tables. */
  store(): Promise<StoreMade>;
  /** After its servers have stopped. */
  drop(): Promise<void>;
}

export async function ownDatabase(): Promise<OwnDatabase> {
  const name = `own_${randomBytes(6).toString('hex')}`;
  await onRunsDatabase(`CREATE DATABASE ${name}`);
  const url = new URL(serverEnv['DATABASE_URL'] ?? '');
  url.pathname = name;
  const env = { ...serverEnv, DATABASE_URL: url.href };
  const pool = new Pool({ connectionString: url.href, max: 2 }).on('error', () => undefined);
  const tandem = (args: readonly string[], more: Record<string, string> = {}): Promise<string> =>
    run(process.execPath, ['dist/apps/cli/src/main.js', ...args], {
      env: { PATH: process.env['PATH'] ?? '', ...env, ...more },
    }).then(
      ({ stdout }) => stdout,
      (error: { stdout: string }) => error.stdout,
    );
  return {
    pool,
    url: url.href,
    server: (more = {}) => anotherServer({ ...env, ...more }),
    tandem,
    async store() {
      return JSON.parse(await tandem(['store', `Own ${name}`, '--json'])) as StoreMade;
    },
    async drop() {
      await pool.end();
      await onRunsDatabase(`DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}

/** Uses its own connection, because the run's pool closes before a file's last hook. */
async function onRunsDatabase(text: string): Promise<void> {
  const client = new Client({ connectionString: serverEnv['DATABASE_URL'] });
  await client.connect();
  await client.query(text).finally(() => client.end());
}
