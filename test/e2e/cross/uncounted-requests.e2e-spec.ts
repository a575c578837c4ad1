import { asShopper, call, type Reply } from '../../support/http';
import { ownDatabase, type OwnDatabase } from '../../support/own-database';
import type { Server } from '../../support/server-process';
import type { StoreMade } from '../../support/tandem';

let own: OwnDatabase;
let store: StoreMade;
let server: Server;

beforeAll(async () => {
  own = await ownDatabase();
  server = await own.server({ TANDEM_RATE_LIMIT: '300' });
  store = await own.store();
});
afterAll(async () => {
  await server.stop();
  await own.drop();
});

const visit = (): Promise<Reply> =>
  call('GET', `/store/payment-providers?region_id=${store.region_id}`, {
    headers: asShopper(store),
    server: server.url,
  });

const login = (path: string): Promise<Reply> =>
  call('POST', path, {
    headers: { ...asShopper(store), 'x-spree-api-key': store.publishable_key },
    body: { email: store.customer.email, password: store.customer.password },
    server: server.url,
  });

const LOGINS = ['/auth/customer/emailpass', '/api/v3/store/auth/login'];

/** Requests cannot be counted while `work` runs. */
type Trouble = (work: () => Promise<void>) => Promise<void>;

const missing: Trouble = async (work) => {
  await own.pool.query('ALTER TABLE rate_limits RENAME TO rate_limits_elsewhere');
  await work();
  await own.pool.query('ALTER TABLE rate_limits_elsewhere RENAME TO rate_limits');
};

/** As while the table is rewritten: each count waits for its lock. */
const locked: Trouble = async (work) => {
  const lock = await own.pool.connect();
  try {
    await lock.query('BEGIN');
    await lock.query('LOCK TABLE rate_limits IN ACCESS EXCLUSIVE MODE');
    await work();
    await lock.query('ROLLBACK');
  } finally {
    lock.release(true);
  }
};

it.each([
  ['is missing', missing],
  ['is locked', locked],
])('while the table of counts %s, shoppers are served, and log-ins answer 503', async (_, during) => {
  await during(async () => {
    const visits = await Promise.all(Array.from({ length: 20 }, visit));
    expect(visits.map(({ status }) => status)).toEqual(Array<number>(20).fill(200));
    const refused = await Promise.all(LOGINS.map(login));
    for (const { status, headers } of refused)
      expect([status, headers.get('retry-after')]).toEqual([503, '1']);
  });
  expect((await login('/auth/customer/emailpass')).status).toBe(200);
});
