import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { Pool } from 'pg';
import { anOrder, asGuest, asOrderSystem, call, methodOf, sessionsPath } from '../support/http';
import { expectInvariantsIn } from '../support/invariants';
import { OwnPostgres } from '../support/own-postgres';
import { hasPgBouncer, PgBouncer } from '../support/pgbouncer';
import { startServer, type Server } from '../support/server-process';
import { serverEnv, type StoreMade } from '../support/tandem';

// docs/pgbouncer.md: two servers share four connections, each assigned only for a transaction.

jest.setTimeout(120_000);

const PAYMENTS = 30;

const IGNORED =
  'ignore_startup_parameters = options, statement_timeout, lock_timeout, idle_in_transaction_session_timeout';

(hasPgBouncer ? describe : describe.skip).each([
  ['refuses start-up parameters', []],
  ['drops start-up parameters', [IGNORED]],
])('PgBouncer in transaction mode that %s', (_, settings) => {
  let postgres: OwnPostgres;
  let pooler: PgBouncer;
  let servers: Server[];
  let store: StoreMade;
  let pool: Pool;

  beforeAll(async () => {
    postgres = await OwnPostgres.start();
    pooler = await PgBouncer.before(postgres.url, settings);
    pool = new Pool({ connectionString: postgres.url, max: 2 });
    const env = { ...serverEnv, DATABASE_URL: pooler.url };
    servers = await Promise.all([startServer(env), startServer(env)]);
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['dist/apps/cli/src/main.js', 'store', 'Pooled', '--json'],
      { env: { PATH: process.env['PATH'] ?? '', ...env } },
    );
    store = JSON.parse(stdout) as StoreMade;
  });
  afterAll(async () => {
    await Promise.all(servers.map((server) => server.stop()));
    await pool.end();
    await pooler.stop();
    await postgres.remove();
  });

  it('two first starts at once succeed', async () => {
    const replies = servers.map(({ url }) => call('GET', '/health/ready', { server: url }));
    expect((await Promise.all(replies)).map(({ status }) => status)).toEqual([200, 200]);
  });

  it('many payments at once, opened at one server and completed at the other', async () => {
    const [here = '', there = ''] = servers.map(({ url }) => url);
    const paid = Array.from({ length: PAYMENTS }, async () => {
      const order = await anOrder(store, {}, here);
      const send = (server: string, method: string, path: string, body: object) =>
        call(method, sessionsPath(order, path), { headers: asGuest(store, order), body, server });
      const session = await send(here, 'POST', '', { payment_method_id: methodOf(store) });
      const completed = await send(there, 'PATCH', `/${session.body.id as string}/complete`, {});
      const list = await call('GET', '/api/v3/admin/orders', { headers: asOrderSystem(store), server: here });
      expect([session.status, completed.status, completed.body.status, list.status]).toEqual([
        201,
        200,
        'completed',
        200,
      ]);
      return order;
    });
    await expectInvariantsIn(pool, ...(await Promise.all(paid)));
  });
});
