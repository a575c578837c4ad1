import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Pool } from 'pg';
import type { Json } from '../support/http';
import { ownDatabase, type OwnDatabase } from '../support/own-database';
import type { Server } from '../support/server-process';
import type { OrderMade, StoreMade } from '../support/tandem';

/** A request as sent to the old server. */
export interface Sent {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** What make/main.mjs recorded about the database it created. */
export interface Made {
  readonly dumpedAt: string;
  readonly env: Record<string, string>;
  readonly demo: StoreMade;
  readonly store: StoreMade;
  readonly people: Json;
  readonly keys: Readonly<Record<'spree' | 'medusa' | 'revoked', string>>;
  readonly goods: Json;
  readonly endpoints: readonly { readonly id: string; readonly secret: string; readonly scheme: string }[];
  readonly gateway: Readonly<Record<'method' | 'toChange', string>>;
  /** Gateway calls that were never settled: those by `retry` are sent again, the others are left to the resolver. */
  readonly open: readonly {
    readonly verb: string;
    readonly by: string;
    readonly order: string;
    readonly request: Sent;
  }[];
  readonly orders: Readonly<Record<string, OrderMade>>;
  readonly payments: Readonly<Record<string, string>>;
  readonly responses: readonly { readonly request: Sent; readonly status: number; readonly text: string }[];
}

/** The old installation's database, used by the current server. */
export interface OldInstallation {
  readonly made: Made;
  readonly database: OwnDatabase;
  start(): Promise<Server>;
  /** Runs the command line on it and returns the output, also when it exits with 1. */
  tandem(args: readonly string[]): Promise<string>;
}

/** The old installation's webhook URL: nothing listens there. */
const ENDPOINT = 'http://127.0.0.1:1/hook';

// Long enough for every lease of the killed server to expire, short enough for pauses before retries to last.
const AGE_SECONDS = 60;

/** Loads the database as it was a minute after its server was killed; `hook` is the new webhook URL. */
export async function oldInstallation(hook: string): Promise<OldInstallation> {
  const text = read('made.json');
  const { dumpedAt } = JSON.parse(text) as Made;
  const seconds = Math.floor((Date.now() - Date.parse(dumpedAt)) / 1000) - AGE_SECONDS;
  const made = JSON.parse(withLaterTokens(text, seconds)) as Made;
  const database = await ownDatabase();
  await database.pool.query(read('database.sql').replaceAll(ENDPOINT, hook));
  await moveTimes(database.pool, seconds);
  const env = { ...made.env, TANDEM_PLUGINS: resolve('test/upgrade/gateway.js') };
  return {
    made,
    database,
    start: () => database.server(env),
    tandem: (args) => database.tandem(args, env),
  };
}

function read(name: string): string {
  return readFileSync(join(__dirname, name), 'utf8');
}

/** Moves every timestamp of every table by the same offset, so that ages and expiries stay as they were. */
async function moveTimes(pool: Pool, seconds: number): Promise<void> {
  const { rows } = await pool.query<{ text: string }>(
    `SELECT format('UPDATE %s SET %s', c.oid::regclass,
              string_agg(format('%1$I = %1$I + make_interval(secs => ${seconds})', a.attname), ', ')) AS text
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid
      WHERE n.nspname IN ('public', 'pgboss') AND c.relkind = 'r' AND a.atttypid = 'timestamptz'::regtype
        AND a.attnum > 0 AND a.attgenerated = '' GROUP BY c.oid`,
  );
  for (const { text } of rows) await pool.query(text);
}

/** Signs the JWTs again with all times moved by the offset. */
function withLaterTokens(text: string, seconds: number): string {
  const { env } = JSON.parse(text) as Made;
  return text.replaceAll(/eyJ[\w-]+\.[\w-]+\.[\w-]+/g, (token) => {
    const [header = '', payload = ''] = token.split('.');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, number>;
    for (const name of ['iat', 'exp']) claims[name] = (claims[name] ?? 0) + seconds;
    if ('password_changed_at' in claims) claims['password_changed_at'] += seconds * 1000;
    const signed = `${header}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}`;
    return `${signed}.${createHmac('sha256', env['JWT_SECRET'] ?? '')
      .update(signed)
      .digest('base64url')}`;
  });
}
