import { readSettings } from './settings';

const SECRET = 'x'.repeat(32);
const OWN_DATABASE = { DATABASE_URL: 'postgres://h/d', JWT_SECRET: SECRET, ORDER_TOKEN_SECRET: SECRET };

it('has the documented defaults', () => {
  expect(readSettings(OWN_DATABASE)).toMatchObject({
    databaseUrl: 'postgres://h/d',
    port: 3000,
    host: '127.0.0.1',
    logLevel: 'log',
    databaseTimeoutMs: 4000,
    keepAliveSeconds: 65,
    rateLimit: 300,
    allowedOrigins: [],
    plugins: [],
    allowPrivateWebhooks: false,
    docs: true,
  });
});

it.each([
  [{ PORT: '70000' }, 'PORT must be a whole number from 0 to 65535, not "70000"'],
  [{ PORT: 'x' }, 'PORT must be'],
  [{ DATABASE_POOL_SIZE: '0' }, 'DATABASE_POOL_SIZE must be'],
  [{ DATABASE_TIMEOUT_MS: '0' }, 'DATABASE_TIMEOUT_MS must be a whole number from 200 to 60000, not "0"'],
  [{ TANDEM_KEEP_ALIVE_SECONDS: '5s' }, 'TANDEM_KEEP_ALIVE_SECONDS must be'],
  [{ TANDEM_RATE_LIMIT: '-1' }, 'TANDEM_RATE_LIMIT must be'],
  [{ TANDEM_CORS: '*' }, 'TANDEM_CORS must be origins like https://shop.example.com, not "*"'],
  [{ TANDEM_CORS: 'https://a.example.com,b' }, 'not "b"'],
  [{ TANDEM_WEBHOOKS_ALLOW_PRIVATE: 'yes' }, 'TANDEM_WEBHOOKS_ALLOW_PRIVATE must be'],
  [{ TANDEM_DOCS: 'no' }, 'TANDEM_DOCS must be a whole number from 0 to 1, not "no"'],
  [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be one of'],
  [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL must be a postgres:// address'],
  [{ JWT_SECRET: 'short' }, 'JWT_SECRET must have at least 32 characters'],
  [{ ORDER_TOKEN_SECRET: '' }, 'ORDER_TOKEN_SECRET is required when DATABASE_URL is set'],
])('%j stops the start with one clear line', (env, message) => {
  expect(() => readSettings({ ...OWN_DATABASE, ...env })).toThrow(message);
});

it.each([
  [{}, false],
  [{ HOST: 'localhost' }, false],
  [{ HOST: '127.8.0.1' }, false],
  [{ HOST: '::1' }, false],
  [{ HOST: '0.0.0.0' }, true],
  [{ HOST: '::' }, true],
  [{ HOST: '10.0.0.5' }, true],
  [{ HOST: '127.0.0.1.example.com' }, true],
  [{ HOST: 'localhost.example.com' }, true],
  [{ NODE_ENV: 'production' }, true],
  [{ TANDEM_TRUST_PROXY: '1' }, true],
])('%j: isPublic is %s', (env, isPublic) => {
  expect(readSettings({ ...OWN_DATABASE, ...env }).isPublic).toBe(isPublic);
});
