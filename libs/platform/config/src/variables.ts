/**
 * Every environment variable that the server and the command line read. README's table of settings and .env.example are generated
 * from this list (`npm run docs`), and `readSettings` takes its defaults and ranges from it.
 */
export const VARIABLES = {
  DATABASE_URL: {
    default: 'an embedded Postgres',
    about: 'Address of the Postgres database (`postgres://…`), which may be behind PgBouncer.',
  },
  DATABASE_POOL_SIZE: { default: 16, from: 1, to: 500, about: 'Connections to the database per process.' },
  DATABASE_TIMEOUT_MS: {
    // Every statement uses an index and takes milliseconds. Four seconds leave room for a checkpoint or a fail-over, and a client
    // still gets its 503 within five.
    default: 4000,
    from: 200,
    to: 60_000,
    about: 'How long to wait for the database; all other waits for it follow from this (docs/bounds.md).',
  },
  TANDEM_DATA_DIR: {
    default: '.data',
    about: 'Folder of the embedded Postgres and of the generated secrets.',
  },
  HOST: {
    default: '127.0.0.1',
    about: 'Address to listen on; anything but loopback makes the server public.',
  },
  PORT: { default: 3000, from: 0, to: 65_535, about: 'Port to listen on; 0 takes a free one.' },
  NODE_ENV: {
    default: 'none',
    about: '`production`: the server is public, logs are JSON, and a start warns of active test providers.',
  },
  LOG_LEVEL: { default: 'log', about: '`fatal`, `error`, `warn`, `log`, `debug` or `verbose`.' },
  JWT_SECRET: {
    default: 'generated',
    about: 'Signs login tokens. At least 32 characters; required with `DATABASE_URL`.',
  },
  JWT_SECRET_PREVIOUS: {
    default: 'none',
    about: 'The previous secret during a rotation: its tokens are still accepted.',
  },
  ORDER_TOKEN_SECRET: {
    default: 'generated',
    about: 'Signs the tokens of guest orders. At least 32 characters; required with `DATABASE_URL`.',
  },
  ORDER_TOKEN_SECRET_PREVIOUS: { default: 'none', about: 'The same for `ORDER_TOKEN_SECRET`.' },
  TANDEM_SETTINGS_SECRET: {
    default: '`ORDER_TOKEN_SECRET`',
    about: "Encrypts the gateways' secrets in the database. At least 32 characters.",
  },
  TANDEM_SETTINGS_SECRET_PREVIOUS: { default: 'none', about: 'The same for `TANDEM_SETTINGS_SECRET`.' },
  TANDEM_RATE_LIMIT: {
    default: 300,
    from: 0,
    to: 1_000_000,
    about:
      'Requests per minute per publishable key and client address; per key over all addresses, a hundred times that. 0 turns all rate limits off.',
  },
  TANDEM_TRUST_PROXY: {
    default: 0,
    from: 0,
    to: 10,
    about:
      'Number of proxies in front that are trusted for the client address. Required behind TLS: the session cookie is Secure only with it.',
  },
  TANDEM_CORS: {
    default: 'none',
    about: 'Origins whose pages may call the API with cookies, separated by commas.',
  },
  TANDEM_KEEP_ALIVE_SECONDS: {
    default: 65,
    from: 1,
    to: 3600,
    about: 'How long an idle client connection stays open; longer than the load balancer keeps it.',
  },
  TANDEM_DOCS: {
    default: 1,
    from: 0,
    to: 1,
    about: '0 turns `/docs` off. It shows nothing that is not public.',
  },
  TANDEM_PLUGINS: {
    default: 'none',
    about: 'Packages with payment providers and other plugins, separated by commas.',
  },
  TANDEM_WEBHOOKS_ALLOW_PRIVATE: {
    default: 0,
    from: 0,
    to: 1,
    about: '1: webhooks may go to private addresses and without TLS.',
  },
  STRIPE_SECRET_KEY: {
    default: 'none',
    about: 'The Stripe account of payment methods without a key of their own.',
  },
  STRIPE_API_URL: { default: "Stripe's", about: "Address of a test server instead of Stripe's API." },
} as const;

export type VariableName = keyof typeof VARIABLES;

/** The variables whose value is a whole number in a range. */
export type WholeNumberName = {
  [Name in VariableName]: (typeof VARIABLES)[Name] extends { readonly from: number } ? Name : never;
}[VariableName];

/** Only listed variables can be read, so none can be missing from the table. */
export type Environment = Readonly<Partial<Record<VariableName, string>>>;
