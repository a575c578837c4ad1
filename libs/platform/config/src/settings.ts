import { isIPv4 } from 'node:net';
import { resolve } from 'node:path';
import { secretIn, settingsSecretIn } from './secrets';
import { SettingsError } from './settings-error';
import { VARIABLES, type Environment, type VariableName, type WholeNumberName } from './variables';

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'log', 'debug', 'verbose'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** All that is read from the environment, checked once at start. */
export interface Settings {
  /** Null: an embedded Postgres under `dataDir`. */
  readonly databaseUrl: string | null;
  readonly dataDir: string;
  readonly port: number;
  readonly host: string;
  /**
   * Others than whoever runs it can reach the server: it listens beyond this machine, stands behind a proxy, or runs in
   * production. No demo store is made at its start then, and nobody logs in with the demo password.
   */
  readonly isPublic: boolean;
  readonly jwtSecret: string;
  /** Of each secret the one before it, while it is being changed: what that signed or sealed is still accepted. */
  readonly jwtSecretPrevious: string | null;
  readonly orderTokenSecret: string;
  readonly orderTokenSecretPrevious: string | null;
  /** What gateways' secrets are sealed with in the database; the order token secret, unless one is given. */
  readonly settingsSecret: string;
  readonly settingsSecretPrevious: string | null;
  readonly logLevel: LogLevel;
  /** Connections of one process. */
  readonly poolSize: number;
  /** Milliseconds for an answer of the database; every wait for it follows from this (docs/bounds.md). */
  readonly databaseTimeoutMs: number;
  /** How long a connection of a client stays open between two requests: longer than the load balancer in front keeps it. */
  readonly keepAliveSeconds: number;
  /** Requests a minute of one client address with one publishable key; 0 turns every limit off. */
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
  /** The API documents are served under /docs. */
  readonly docs: boolean;
}

/** @throws SettingsError */
export function readSettings(env: Environment): Settings {
  const databaseUrl = databaseUrlIn(env);
  const dataDir = resolve(env['TANDEM_DATA_DIR'] || VARIABLES.TANDEM_DATA_DIR.default);
  const host = env['HOST'] || VARIABLES.HOST.default;
  const trustedProxies = wholeNumber(env, 'TANDEM_TRUST_PROXY');
  return {
    ...secretsIn(env, databaseUrl === null ? dataDir : null),
    host,
    trustedProxies,
    isPublic: !isLoopback(host) || trustedProxies > 0 || env['NODE_ENV'] === 'production',
    databaseUrl,
    dataDir,
    port: wholeNumber(env, 'PORT'),
    logLevel: logLevelIn(env),
    poolSize: wholeNumber(env, 'DATABASE_POOL_SIZE'),
    databaseTimeoutMs: wholeNumber(env, 'DATABASE_TIMEOUT_MS'),
    keepAliveSeconds: wholeNumber(env, 'TANDEM_KEEP_ALIVE_SECONDS'),
    rateLimit: wholeNumber(env, 'TANDEM_RATE_LIMIT'),
    allowedOrigins: listIn(env, 'TANDEM_CORS').map(originIn),
    plugins: listIn(env, 'TANDEM_PLUGINS'),
    stripe: { secretKey: env['STRIPE_SECRET_KEY'] || null, apiUrl: serverUrlIn(env, 'STRIPE_API_URL') },
    allowPrivateWebhooks: isOn(env, 'TANDEM_WEBHOOKS_ALLOW_PRIVATE'),
    docs: isOn(env, 'TANDEM_DOCS'),
  };
}

type Secrets = Pick<
  Settings,
  | 'jwtSecret'
  | 'jwtSecretPrevious'
  | 'orderTokenSecret'
  | 'orderTokenSecretPrevious'
  | 'settingsSecret'
  | 'settingsSecretPrevious'
>;

function secretsIn(env: Environment, dataDir: string | null): Secrets {
  const jwt = secretIn(env, 'JWT_SECRET', dataDir);
  const orderToken = secretIn(env, 'ORDER_TOKEN_SECRET', dataDir);
  const settings = settingsSecretIn(env, orderToken);
  return {
    jwtSecret: jwt.current,
    jwtSecretPrevious: jwt.previous,
    orderTokenSecret: orderToken.current,
    orderTokenSecretPrevious: orderToken.previous,
    settingsSecret: settings.current,
    settingsSecretPrevious: settings.previous,
  };
}

/** What is not known to be this machine alone is not. */
function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.'));
}

function listIn(env: Environment, name: VariableName): string[] {
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
function serverUrlIn(env: Environment, name: VariableName): string | null {
  const text = env[name] || null;
  const isServer =
    text === null || (/^https?:/.test(text) && URL.canParse(text) && new URL(text).pathname === '/');
  if (isServer) return text;
  throw new SettingsError(`${name} must be an address like http://127.0.0.1:12111, not "${text}"`);
}

function isOn(env: Environment, name: WholeNumberName): boolean {
  return wholeNumber(env, name) === 1;
}

function databaseUrlIn(env: Environment): string | null {
  const url = env['DATABASE_URL'] || null;
  if (url !== null && !/^postgres(ql)?:\/\/./.test(url)) {
    throw new SettingsError('DATABASE_URL must be a postgres:// address');
  }
  return url;
}

function logLevelIn(env: Environment): LogLevel {
  const text = env['LOG_LEVEL'] || VARIABLES.LOG_LEVEL.default;
  const level = LOG_LEVELS.find((known) => known === text);
  if (!level) throw new SettingsError(`LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}, not "${text}"`);
  return level;
}

function wholeNumber(env: Environment, name: WholeNumberName): number {
  const { default: otherwise, from, to } = VARIABLES[name];
  const text = env[name];
  if (text === undefined || text === '') return otherwise;
  const value = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
  if (value >= from && value <= to) return value;
  throw new SettingsError(`${name} must be a whole number from ${from} to ${to}, not "${text}"`);
}
