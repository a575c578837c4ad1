import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { Pool } from 'pg';
import { STATE_FILE } from './launch';
import { startServer, type Server } from './server-process';

const { url, storeMaker, env } = JSON.parse(readFileSync(STATE_FILE, 'utf8')) as {
  url: string;
  storeMaker: string;
  env: Record<string, string>;
};

/** Options of the run's server. */
export const serverEnv = env;

/** The run's server. */
export const baseUrl = url;

const run = promisify(execFile);

export interface OrderMade {
  readonly id: string;
  readonly number: string;
  readonly token: string;
  readonly cart_id: string;
}

interface PersonMade {
  readonly email: string;
  readonly password: string;
  readonly jwt: string;
}

/** What `tandem demo --json` and `tandem store --json` print. */
export interface StoreMade {
  readonly publishable_key: string;
  readonly secret_key: string;
  readonly admin: PersonMade;
  readonly customer: PersonMade & { readonly id: string };
  readonly payment_methods: readonly { readonly id: string; readonly provider_id: string }[];
  readonly region_id: string;
  readonly order: OrderMade;
  readonly customer_order: OrderMade;
}

/** A store used by no other test, created as with `tandem store --json`. */
export async function aStore(): Promise<StoreMade> {
  const response = await fetch(`${storeMaker}/Test ${process.pid} ${Date.now()}`);
  if (!response.ok) throw new Error(await response.text());
  return (await response.json()) as StoreMade;
}

/** Runs the command line on the run's database; returns its output. */
export async function tandem(...args: string[]): Promise<string> {
  const path = process.env['PATH'] ?? '';
  const { stdout } = await run(process.execPath, ['dist/apps/cli/src/main.js', ...args], {
    env: { PATH: path, ...env },
  });
  return stdout;
}

/** Another server on the same database. */
export function anotherServer(
  more: Record<string, string> = {},
  where?: Parameters<typeof startServer>[1],
): Promise<Server> {
  return startServer({ ...env, ...more }, where);
}

let pool: Pool | undefined;

/** A connection to the run's database, for queries and locks. */
export function database(): Pool {
  // A connection that ends with its server does not fail a test that passed.
  pool ??= new Pool({ connectionString: env['DATABASE_URL'], max: 4 }).on('error', () => undefined);
  return pool;
}

afterAll(async () => {
  await pool?.end();
  pool = undefined;
});
