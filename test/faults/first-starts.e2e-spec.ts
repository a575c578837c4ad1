import { ownDatabase, type OwnDatabase } from '../support/own-database';
import { anOrder, asGuest, call, methodOf, sessionsPath } from '../support/http';
import { expectInvariantsIn } from '../support/invariants';
import type { Server } from '../support/server-process';
import type { StoreMade } from '../support/tandem';
import { until } from '../support/target-server';

// Servers that start at the same time, and next to a running one. TANDEM_FIRST_STARTS sets how often two start at once.

jest.setTimeout(120_000);

const TIMES = Number(process.env['TANDEM_FIRST_STARTS'] ?? 1);

// Postgres' statement timeout for requests is three quarters of this; the migration below takes longer.
const TIMEOUTS = { DATABASE_TIMEOUT_MS: '2000' };

/** Like a large table: one migration takes three seconds. */
const SLOW_MIGRATION = `
  CREATE FUNCTION be_slow() RETURNS event_trigger LANGUAGE plpgsql AS
    $$ BEGIN IF current_query() LIKE '%CREATE TABLE ended_logins%' THEN PERFORM pg_sleep(3); END IF; END $$;
  CREATE EVENT TRIGGER be_slow ON ddl_command_start WHEN TAG IN ('CREATE TABLE') EXECUTE FUNCTION be_slow()`;

/** The schema of the version before the sweeps' indexes. */
const BEFORE_SWEEP_INDEXES = `
  DROP INDEX parked_webhook_events_by_age;
  DELETE FROM migrations WHERE name LIKE 'SweepIndexes%'`;

let own: OwnDatabase;
let servers: Server[] = [];

beforeEach(async () => {
  own = await ownDatabase();
});
afterEach(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  servers = [];
  await own.drop();
});

async function start(): Promise<Server> {
  const server = await own.server(TIMEOUTS);
  servers.push(server);
  return server;
}

const isReady = async (server: Server): Promise<boolean> =>
  (await call('GET', '/health/ready', { server: server.url })).status === 200;

async function pay(store: StoreMade, server: string): Promise<void> {
  const order = await anOrder(store, {}, server);
  const send = (method: string, path: string, body: object) =>
    call(method, sessionsPath(order, path), { headers: asGuest(store, order), body, server });
  const session = await send('POST', '', { payment_method_id: methodOf(store) });
  const paid = await send('PATCH', `/${session.body.id as string}/complete`, {});
  expect([session.status, paid.status, paid.body.status]).toEqual([201, 200, 'completed']);
  await expectInvariantsIn(own.pool, order);
}

it.each(Array.from({ length: TIMES }, (_, i) => i + 1))(
  'two first starts at once succeed, even with a slow migration (%i)',
  async () => {
    await own.pool.query(SLOW_MIGRATION);
    const both = await Promise.all([start(), start()]);
    expect(await Promise.all(both.map(isReady))).toEqual([true, true]);
    const { rows } = await own.pool.query('SELECT name FROM migrations GROUP BY name HAVING count(*) > 1');
    expect(rows).toEqual([]);
  },
);

it('a server serves while another migrates and waits for a table', async () => {
  const before = await start();
  const store = await own.store();
  await own.pool.query(BEFORE_SWEEP_INDEXES);
  const holder = await own.pool.connect();
  let after: Server | null = null;
  try {
    await holder.query('BEGIN; LOCK TABLE provider_operations IN ROW EXCLUSIVE MODE');
    const starting = start().then((server) => (after = server));
    await until(async () => {
      const { rowCount } = await own.pool.query(
        `SELECT 1 FROM pg_locks WHERE relation = 'provider_operations'::regclass AND NOT granted`,
      );
      return rowCount !== 0;
    }, 30_000);
    for (let i = 0; i < 3; i++) await pay(store, before.url);
    expect(after).toBeNull();
    await holder.query('COMMIT');
    expect(await isReady(await starting)).toBe(true);
  } finally {
    holder.release(true);
  }
  await Promise.all(servers.map(({ url }) => pay(store, url)));
});
