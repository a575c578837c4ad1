import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { Pool } from 'pg';
import { DatabaseProxy } from '../support/database-proxy';
import {
  asGuest,
  asOrderSystem,
  asShopper,
  call,
  cartIdOf,
  methodOf,
  sessionsPath,
  type Json,
  type Reply,
} from '../support/http';
import { uuidOf } from '../support/ids';
import { expectInvariantsIn } from '../support/invariants';
import { OwnPostgres } from '../support/own-postgres';
import { startServer, type Server } from '../support/server-process';
import { serverEnv, type OrderMade, type StoreMade } from '../support/tandem';
import { until } from '../support/target-server';

// A server with a proxy to its own Postgres. Its timeouts are a quarter of the usual ones, to keep the file fast.

jest.setTimeout(120_000);

const TIMEOUT_MS = 30_000;

let postgres: OwnPostgres;
let proxy: DatabaseProxy;
let server: Server;
let pool: Pool;
let store: StoreMade;

beforeAll(async () => {
  postgres = await OwnPostgres.start();
  proxy = await DatabaseProxy.before(postgres.url);
  pool = new Pool({ connectionString: postgres.url, max: 2 }).on('error', () => undefined);
  server = await startServer({ ...serverEnv, DATABASE_URL: proxy.url, DATABASE_TIMEOUT_MS: '1000' });
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['dist/apps/cli/src/main.js', 'store', 'In trouble', '--json'],
    { env: { PATH: process.env['PATH'] ?? '', ...serverEnv, DATABASE_URL: postgres.url } },
  );
  store = JSON.parse(stdout) as StoreMade;
});

afterAll(async () => {
  await server.stop();
  await pool.end();
  await proxy.close();
  await postgres.remove();
});

interface Attempt {
  readonly order: OrderMade;
  readonly session: Json;
  complete(): Promise<Reply>;
}

const send = (method: string, path: string, headers: Record<string, string>, body?: Json): Promise<Reply> =>
  call(method, path, { headers, body, server: server.url });

/** Retries on 503, as a client does on Retry-After. */
async function untilServed(ask: () => Promise<Reply>): Promise<Reply> {
  let reply = await ask();
  await until(async () => reply.status !== 503 || (reply = await ask()).status !== 503, TIMEOUT_MS);
  return reply;
}

const statusOf = async (path: string): Promise<number> => (await send('GET', path, {})).status;

const untilHealthIs = (status: number): Promise<void> =>
  until(async () => (await statusOf('/health/ready')) === status, TIMEOUT_MS);

async function anOrder(): Promise<OrderMade> {
  const body = { currency: 'USD', items: [{ name: 'T-shirt', quantity: 2, price: '55.00' }] };
  const headers = asOrderSystem(store, randomUUID());
  return (await untilServed(() => send('POST', '/api/v3/admin/orders', headers, body))).body as OrderMade;
}

const create = (order: OrderMade, key: string): Promise<Reply> =>
  send('POST', sessionsPath(order), asGuest(store, order, key), { payment_method_id: methodOf(store) });

/** A session ready to be completed, each time by the same request. */
async function anAttempt(): Promise<Attempt> {
  const order = await anOrder();
  const session = (await untilServed(() => create(order, `open ${order.id}`))).body;
  const path = sessionsPath(order, `/${session.id as string}/complete`);
  const headers = asGuest(store, order, `pay ${order.id}`);
  return { order, session, complete: () => send('PATCH', path, headers, {}) };
}

/** Requests while the database is failing: a write and reads in both dialects. */
const sendRequests = ({ order, session, complete }: Attempt): Promise<Reply[]> =>
  Promise.all([
    complete(),
    send('GET', sessionsPath(order, `/${session.id as string}`), asGuest(store, order)),
    send('GET', `/store/carts/${cartIdOf(order.id)}`, asShopper(store)),
  ]);

const UNAVAILABLE = 'The server is busy: please try again';
const UNKNOWN = 'It is not known yet whether this was done: please send the same request again';

/** Errors in each dialect's shape, with Retry-After; a write may have been done. */
function expectUnavailable(replies: readonly Reply[]): void {
  const actual = replies.map(({ status, headers, body }) => [status, headers.get('retry-after'), body]);
  const spree = (message: unknown): Json => ({ error: { code: 'payment_processing_error', message } });
  expect(actual).toEqual([
    [503, '1', spree(expect.stringMatching(`^(${UNAVAILABLE}|${UNKNOWN})$`))],
    [503, '1', spree(UNAVAILABLE)],
    [503, '1', expect.objectContaining({ type: 'unexpected_state', message: UNAVAILABLE })],
  ]);
}

async function expectPaidOnce({ order, complete }: Attempt): Promise<void> {
  const reply = await untilServed(complete);
  expect([reply.status, reply.body.status]).toEqual([200, 'completed']);
  await expectInvariantsIn(pool, order);
}

/** Like a full disk that refuses writes to one table (53100) while reads continue. */
const fullDisk = (table: string): [string, () => Promise<unknown>, () => Promise<unknown>] => [
  `the disk is full for ${table}`,
  () =>
    pool.query(`CREATE FUNCTION no_space() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE 'could not extend file: No space left on device' USING ERRCODE = 'disk_full'; END $$;
      CREATE TRIGGER no_space BEFORE INSERT OR UPDATE ON ${table} EXECUTE FUNCTION no_space()`),
  () => pool.query('DROP FUNCTION no_space CASCADE'),
];

describe('while the database is unavailable', () => {
  it.each<[string, () => unknown, () => unknown]>([
    ['every connection is silent', () => proxy.swallow({ open: true, fresh: true }), () => proxy.heal()],
    [
      'the connections were cut and new ones are silent',
      () => (proxy.swallow({ open: false, fresh: true }), proxy.cut()),
      () => proxy.heal(),
    ],
    ['Postgres is frozen', () => postgres.freeze(), () => postgres.thaw()],
    ['Postgres was shut down', () => postgres.stop('SIGINT'), () => postgres.launch()],
    ['Postgres was killed', () => postgres.stop('SIGQUIT'), () => postgres.launch()],
  ])(
    '%s: 503 in both dialects, live but not ready, and recovered without a restart',
    async (_, begin, end) => {
      const attempt = await anAttempt();
      await untilHealthIs(200);
      await begin();
      try {
        expectUnavailable(await sendRequests(attempt));
        await untilHealthIs(503);
        expect(await statusOf('/health/live')).toBe(200);
      } finally {
        await end();
      }
      await untilHealthIs(200);
      await expectPaidOnce(attempt);
    },
  );
});

it('silent connections are replaced after at most one failed request each', async () => {
  const attempt = await anAttempt();
  proxy.swallow({ open: true, fresh: false });
  await Promise.all(Array.from({ length: 3 }, () => send('GET', '/store/regions', asShopper(store))));
  expect((await send('GET', '/store/regions', asShopper(store))).status).toBe(200);
  await untilHealthIs(200);
  await expectPaidOnce(attempt);
});

it('only new connections are silent: not ready, while the existing ones still serve', async () => {
  await untilHealthIs(200);
  proxy.swallow({ open: false, fresh: true });
  await untilHealthIs(503);
  proxy.heal();
  await untilHealthIs(200);
});

it.each([fullDisk('idempotency_keys'), fullDisk('provider_operations'), fullDisk('payments')])(
  '%s: 503, not ready, nothing lost, and recovered without a restart',
  async (_, fill, free) => {
    const attempt = await anAttempt();
    await untilHealthIs(200);
    await fill();
    const reply = await attempt.complete();
    const health = await statusOf('/health/ready');
    await free();
    expect([reply.status, reply.headers.get('retry-after'), reply.body.error.message]).toEqual([
      503,
      '1',
      UNAVAILABLE,
    ]);
    expect(health).toBe(503);
    await untilHealthIs(200);
    await expectPaidOnce(attempt);
  },
);

describe('a COMMIT whose response is lost has an unknown outcome, and the retry finds it', () => {
  it.each([
    ['of the reservation', 'cut', 'insert provider operation'],
    ['of the reservation', 'swallow', 'insert provider operation'],
    ['of the payment', 'cut', 'record authorization'],
    ['of the payment', 'swallow', 'record authorization'],
  ] as const)('%s, %s', async (_, then, after) => {
    const attempt = await anAttempt();
    const lost = proxy.loseResponse({ after, message: 'COMMIT', then });
    const reply = await attempt.complete();
    await lost;
    expect([reply.status, reply.headers.get('retry-after'), reply.body.error.message]).toEqual([
      503,
      '1',
      UNKNOWN,
    ]);
    await expectPaidOnce(attempt);
  });

  it.each(['cut', 'swallow'] as const)('of a single statement without a transaction, %s', async (then) => {
    const order = await anOrder();
    const key = `open ${order.id}`;
    const lost = proxy.loseResponse({ message: 'create payment sessions', then });
    const reply = await create(order, key);
    await lost;
    expect([reply.status, reply.body.error.message]).toEqual([503, UNKNOWN]);
    const again = await untilServed(() => create(order, key));
    expect([again.status, again.headers.get('idempotent-replayed')]).toEqual([201, 'true']);
    const { rows } = await pool.query('SELECT id FROM payment_sessions WHERE order_id = $1', [
      uuidOf(order.id),
    ]);
    expect(rows).toEqual([{ id: uuidOf(again.body.id as string) }]);
  });
});
