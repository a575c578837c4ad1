import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** A setting that cannot be right: its message is the one line that is printed. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'log', 'debug', 'verbose'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** All that is read from the environment, checked once at start. */
export interface Settings {
  /** Null: an embedded Postgres under `dataDir`. */
  readonly databaseUrl: string | null;
  readonly dataDir: string;
  readonly port: number;
  readonly host: string;
  readonly jwtSecret: string;
  readonly orderTokenSecret: string;
  /** What gateways' secrets are sealed with in the database; the order token secret, unless one is given. */
  readonly settingsSecret: string;
  readonly logLevel: LogLevel;
  /** Connections of one process. */
  readonly poolSize: number;
  /** Requests a minute per publishable key; 0 turns every limit off. */
  readonly rateLimit: number;
  /** Proxies in front of the server, whose word for a client's address is taken. */
  readonly trustedProxies: number;
  /** Origins whose pages may call the API in a browser, with its cookies. */
  readonly allowedOrigins: readonly string[];
  /** Packages that bring providers of their own. */
  readonly plugins: readonly string[];
  /** The Stripe account of payment methods that name none of their own; null for none. `apiUrl` is a stand-in's. */
  readonly stripe: { readonly secretKey: string | null; readonly apiUrl: string | null };
  /** Webhooks may be sent to private addresses, and without TLS. */
  readonly allowPrivateWebhooks: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** @throws SettingsError */
export function readSettings(env: Environment): Settings {
  const databaseUrl = databaseUrlIn(env);
  const dataDir = resolve(env['TANDEM_DATA_DIR'] || '.data');
  const secret = (name: string): string => secretIn(env, name, databaseUrl === null ? dataDir : null);
  return {
    databaseUrl,
    dataDir,
    port: wholeNumber(env, 'PORT', { default: 3000, from: 0, to: 65535 }),
    host: env['HOST'] || '127.0.0.1',
    jwtSecret: secret('JWT_SECRET'),
    orderTokenSecret: secret('ORDER_TOKEN_SECRET'),
    settingsSecret: secret(env['TANDEM_SETTINGS_SECRET'] ? 'TANDEM_SETTINGS_SECRET' : 'ORDER_TOKEN_SECRET'),
    logLevel: logLevelIn(env),
    poolSize: wholeNumber(env, 'DATABASE_POOL_SIZE', { default: 16, from: 1, to: 500 }),
    rateLimit: wholeNumber(env, 'TANDEM_RATE_LIMIT', { default: 300, from: 0, to: 1_000_000 }),
    trustedProxies: wholeNumber(env, 'TANDEM_TRUST_PROXY', { default: 0, from: 0, to: 10 }),
    allowedOrigins: listIn(env, 'TANDEM_CORS').map(originIn),
    plugins: listIn(env, 'TANDEM_PLUGINS'),
    stripe: { secretKey: env['STRIPE_SECRET_KEY'] || null, apiUrl: serverUrlIn(env, 'STRIPE_API_URL') },
    allowPrivateWebhooks: isOn(env, 'TANDEM_WEBHOOKS_ALLOW_PRIVATE'),
  };
}

function listIn(env: Environment, name: string): string[] {
  return (env[name] ?? '')
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean);
}

/** An origin as browsers send it. `*` is none: a page that may call with cookies is named. */
function originIn(text: string): string {
  const isOrigin = /^https?:\/\//.test(text) && URL.canParse(text) && new URL(text).origin === text;
  if (isOrigin) return text;
  throw new SettingsError(`TANDEM_CORS must be origins like https://shop.example.com, not "${text}"`);
}

/** Protocol, host and port of a server, and nothing else. */
function serverUrlIn(env: Environment, name: string): string | null {
  const text = env[name] || null;
  const isServer =
    text === null || (/^https?:/.test(text) && URL.canParse(text) && new URL(text).pathname === '/');
  if (isServer) return text;
  throw new SettingsError(`${name} must be an address like http://127.0.0.1:12111, not "${text}"`);
}

function isOn(env: Environment, name: string): boolean {
  return wholeNumber(env, name, { default: 0, from: 0, to: 1 }) === 1;
}

function databaseUrlIn(env: Environment): string | null {
  const url = env['DATABASE_URL'] || null;
  if (url !== null && !/^postgres(ql)?:\/\/./.test(url)) {
    throw new SettingsError('DATABASE_URL must be a postgres:// address');
  }
  return url;
}

function logLevelIn(env: Environment): LogLevel {
  const text = env['LOG_LEVEL'] || 'log';
  const level = LOG_LEVELS.find((known) => known === text);
  if (!level) throw new SettingsError(`LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}, not "${text}"`);
  return level;
}

function wholeNumber(
  env: Environment,
  name: string,
  range: { default: number; from: number; to: number },
): number {
  const text = env[name];
  if (text === undefined || text === '') return range.default;
  const value = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
  if (value >= range.from && value <= range.to) return value;
  throw new SettingsError(`${name} must be a whole number from ${range.from} to ${range.to}, not "${text}"`);
}

// 32 characters of hex are 128 bits: less can be guessed.
const SHORTEST_SECRET = 32;

/** With a database of one's own a secret must be given; beside the embedded one it is made once and kept. */
function secretIn(env: Environment, name: string, dataDir: string | null): string {
  const given = env[name];
  if (given) {
    if (given.length < SHORTEST_SECRET)
      throw new SettingsError(`${name} must have at least ${SHORTEST_SECRET} characters`);
    return given;
  }
  if (dataDir === null) throw new SettingsError(`${name} is required when DATABASE_URL is set`);
  return keptSecret(dataDir, join(dataDir, name.toLowerCase()));
}

function keptSecret(dataDir: string, file: string): string {
  mkdirSync(dataDir, { recursive: true });
  try {
    // "wx": of two processes that start at once, one writes and both read the same.
    writeFileSync(file, randomBytes(32).toString('hex'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8').trim();
}
