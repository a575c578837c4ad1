import { ownDatabase, type OwnDatabase } from '../support/own-database';

// Migrations are landed in the order they are finished, not that of their numbers: one that an installation has not run is run,
// also where it has run others with higher numbers.

let own: OwnDatabase;

beforeAll(async () => {
  own = await ownDatabase();
});
afterAll(() => own.drop());

const indexes = async (): Promise<number | null> =>
  (await own.pool.query(`SELECT 1 FROM pg_indexes WHERE indexname = 'rate_limits_by_expiry'`)).rowCount;

it('a migration with a lower number than the last one that was run is run at the next start', async () => {
  await (await own.server()).stop();
  // As the installation was before 0160 came, which has 0170 to 0172 already.
  await own.pool.query('DROP INDEX rate_limits_by_expiry');
  const { rowCount } = await own.pool.query(`DELETE FROM migrations WHERE timestamp = 1763683200160`);
  expect([rowCount, await indexes()]).toEqual([1, 0]);
  await (await own.server()).stop();
  expect(await indexes()).toBe(1);
});
