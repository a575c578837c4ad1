import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Pool } from 'pg';
import type { Json } from '../support/http';
import { ownDatabase, type OwnDatabase } from '../support/own-database';
import type { Server } from '../support/server-process';
import type { OrderMade, StoreMade } from '../support/tandem';

/** A request as it was sent to the old server. */
export interface Sent {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** What make/main.mjs wrote down of the database it made. */
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
  /** Calls that were sent to a gateway and never settled: by `retry` is sent again here, by `nobody` is not. */
  readonly open: readonly {
    readonly verb: string;
    readonly by: 'retry' | 'nobody';
    readonly order: string;
    readonly request: Sent;
  }[];
  readonly orders: Readonly<Record<string, OrderMade>>;
  readonly payments: Readonly<Record<string, string>>;
  readonly answers: readonly { readonly request: Sent; readonly status: number; readonly text: string }[];
}

/** The old installation's database, carried on by a server of today's. */
export interface OldInstallation {
  readonly made: Made;
  readonly database: OwnDatabase;
  start(): Promise<Server>;
  /** The command line on it; what it prints, also where it exits with 1. */
  tandem(args: readonly string[]): Promise<string>;
}

/** Where the old installation's webhooks went: nobody is there. */
const ENDPOINT = 'http://127.0.0.1:1/hook';

// Long enough for every lease of the killed server to be over, short enough for what rests to go on resting.
const AGE_SECONDS = 60;

/** Loads it as it was a minute after its server was killed, whenever that is; `hook` is where its webhooks go now. */
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

/** Every time in every table, so that nothing is older or nearer its end than it was. */
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

/** The same tokens, as the old server would have signed them that much later. */
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
