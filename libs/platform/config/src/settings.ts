import { isIPv4 } from 'node:net';
import { resolve } from 'node:path';
import { secretIn, settingsSecretIn } from './secrets';
import { SettingsError } from './settings-error';
import { VARIABLES, type Environment, type VariableName, type WholeNumberName } from './variables';

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'log', 'debug', 'verbose'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** All settings, read from the environment and checked once at start. */
export interface Settings {
  /** Null: an embedded Postgres under `dataDir`. */
  readonly databaseUrl: string | null;
  readonly dataDir: string;
  readonly port: number;
  readonly host: string;
  /**
   * Others can reach the server: it listens beyond loopback, is behind a proxy, or runs in production. Then no demo store is
   * created at start, and the demo password is refused.
   */
  readonly isPublic: boolean;
  readonly jwtSecret: string;
  /** Each secret's previous value during a rotation; what it signed or sealed is still accepted. */
  readonly jwtSecretPrevious: string | null;
  readonly orderTokenSecret: string;
  readonly orderTokenSecretPrevious: string | null;
  /** Seals gateways' secrets in the database; defaults to the order token secret. */
  readonly settingsSecret: string;
  readonly settingsSecretPrevious: string | null;
  readonly logLevel: LogLevel;
  /** Connections per process. */
  readonly poolSize: number;
  /** Milliseconds to wait for a database response; every other database timeout derives from it (docs/bounds.md). */
  readonly databaseTimeoutMs: number;
  /** How long an idle client connection stays open; must exceed the load balancer's timeout. */
  readonly keepAliveSeconds: number;
  /** Requests per minute per client address and publishable key; 0 disables all limits. */
  readonly rateLimit: number;
  /** Number of proxies in front of the server that are trusted for the client's address. */
  readonly trustedProxies: number;
  /** Origins whose pages may call the API from a browser, with cookies. */
  readonly allowedOrigins: readonly string[];
  /** Plugin packages. */
  readonly plugins: readonly string[];
  /** The Stripe account of payment methods without their own key, or null. `apiUrl` points to a test server. */
  readonly stripe: { readonly secretKey: string | null; readonly apiUrl: string | null };
  /** Allows webhooks to private addresses and without TLS. */
  readonly allowPrivateWebhooks: boolean;
  /** Serves the API documentation under /docs. */
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

/** Anything not known to be loopback counts as public. */
function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.'));
}

function listIn(env: Environment, name: VariableName): string[] {
  return (env[name] ?? '')
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean);
}

/** An origin as browsers send it. `*` is refused: with cookies, each origin must be named. */
function originIn(text: string): string {
  const isOrigin = /^https?:\/\//.test(text) && URL.canParse(text) && new URL(text).origin === text;
  if (isOrigin) return text;
  throw new SettingsError(`TANDEM_CORS must be origins like https://shop.example.com, not "${text}"`);
}

/** Only protocol, host and port of a server. */
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
  const level = LOG_LEVELS.find((candidate) => candidate === text);
  if (!level) throw new SettingsError(`LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}, not "${text}"`);
  return level;
}

function wholeNumber(env: Environment, name: WholeNumberName): number {
  const { default: fallback, from, to } = VARIABLES[name];
  const text = env[name];
  if (text === undefined || text === '') return fallback;
  const value = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
  if (value >= from && value <= to) return value;
  throw new SettingsError(`${name} must be a whole number from ${from} to ${to}, not "${text}"`);
}
