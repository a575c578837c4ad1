import { ownDatabase, type OwnDatabase } from '../support/own-database';

// Migrations land in the order they are finished, not in that of their numbers: a migration that an installation has not run
// is run, even if it has already run higher numbers.

let own: OwnDatabase;

beforeAll(async () => {
  own = await ownDatabase();
});
afterAll(() => own.drop());

const indexes = async (): Promise<number | null> =>
  (await own.pool.query(`SELECT 1 FROM pg_indexes WHERE indexname = 'rate_limits_by_expiry'`)).rowCount;

it('a pending migration with a lower number than the last one run is run at the next start', async () => {
  await (await own.server()).stop();
  // An installation that has run 0170 to 0172, but not 0160.
  await own.pool.query('DROP INDEX rate_limits_by_expiry');
  const { rowCount } = await own.pool.query(`DELETE FROM migrations WHERE timestamp = 1763683200160`);
  expect([rowCount, await indexes()]).toEqual([1, 0]);
  await (await own.server()).stop();
  expect(await indexes()).toBe(1);
});
