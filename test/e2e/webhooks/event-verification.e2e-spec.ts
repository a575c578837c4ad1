import { nextId, EventGateway, reports, totalsOf } from '../../support/event-gateway';
import { anOrder, type Json } from '../../support/http';
import { expectInvariants } from '../../support/invariants';
import { asStaff } from '../../support/spree';
import { database, type OrderMade } from '../../support/tandem';
import { watchDatabase, type WatchedDatabase } from '../../support/watched-database';

// The cost of verifying an event, and failed checks: an event that may be genuine gets 503, so that the gateway sends it again.

const gateway = new EventGateway('checks');
const PROVIDER = '/hooks/payment/distant_checks';
// A provider's hook tries the newest 100 secrets.
const SECRETS = 130;

let watched: WatchedDatabase;
let storeId: string;
let order: OrderMade;
let id: string;

beforeAll(async () => {
  watched = await watchDatabase();
  await gateway.open({ TANDEM_RATE_LIMIT: '0', DATABASE_URL: watched.url });
  const { rows } = await database().query<{ store_id: string }>(
    `SELECT store_id FROM payment_methods WHERE provider_id = $1`,
    [gateway.remote.id],
  );
  storeId = rows[0]?.store_id ?? '';
});
afterAll(async () => {
  await gateway.server.stop();
  await watched.close();
});
beforeEach(async () => {
  await gateway.deleteEvents();
  order = await anOrder(gateway.store);
  id = (await gateway.session(order)).external_id;
});
afterEach(() => expectInvariants(order));

const hookOf = (method: string): string => `/api/v3/webhooks/payments/${method}`;
const event = (): Json => ({ id: nextId('evt'), type: 'x', about: [reports.authorized(id)] });
const statusOf = async (path: string, signature: string): Promise<[number, string | null]> => {
  const { status, headers } = await gateway.send(event(), path, signature);
  return [status, headers.get('retry-after')];
};
const linesLike = (words: RegExp): number =>
  gateway.server
    .output()
    .split('\n')
    .filter((line) => words.test(line)).length;

/** Payment methods of the gateway with the secrets `secret 0`, `secret 1` … */
async function manyMethods(count: number): Promise<void> {
  await database().query(
    `INSERT INTO payment_methods (store_id, id, provider_id, name, session_required, settings)
     SELECT $1, gen_random_uuid(), $2, 'One of many', true, jsonb_build_object('signing_secret', 'secret ' || n)
       FROM generate_series(0, $3 - 1) AS n`,
    [storeId, gateway.remote.id, count],
  );
}

function aMethod(signing_secret: string): Promise<Json> {
  const body = { type: gateway.remote.id, name: 'Another', preferences: { signing_secret } };
  return asStaff(gateway.store, 'POST', '/payment_methods', body, gateway.server.url);
}

it.each([
  ['a provider', () => PROVIDER, 200],
  ['a method', () => hookOf(gateway.methodId), 401],
])('a burst of forged events at the hook of %s costs less than a query each', async (_, path, status) => {
  const sent = 200;
  watched.takeStatements();
  const replies = await Promise.all(
    Array.from({ length: sent }, () => gateway.send(event(), path(), 'wrong')),
  );
  expect(new Set(replies.map((reply) => reply.status))).toEqual(new Set([status]));
  // Once a second during the burst.
  const reads = watched.takeStatements().filter((name) => name.startsWith('find payment methods'));
  expect(reads.length).toBeGreaterThan(0);
  expect(reads.length).toBeLessThan(sent / 4);
});

it('a check that throws is 503 at each hook, nothing is stored, and the gateway sends the event again', async () => {
  for (const path of [PROVIDER, hookOf(gateway.methodId)])
    expect(await statusOf(path, 'broken')).toEqual([503, '60']);
  expect(await gateway.events()).toEqual([]);
  expect(await gateway.sendAndAwait(reports.authorized(id))).toMatchObject({ state: 'handled' });
  expect(await totalsOf(order)).toHaveLength(1);
});

describe('a method whose secrets this server cannot decrypt', () => {
  let method: string;

  beforeAll(async () => {
    method = (await aMethod('sealed')).id as string;
    await database().query(
      `UPDATE payment_methods SET sealed_settings = '\\x00' WHERE provider_id = $1 AND sealed_settings IS NOT NULL`,
      [gateway.remote.id],
    );
    // Settings are cached for a second; the server's own changes are visible at once.
    await asStaff(gateway.store, 'PATCH', `/payment_methods/${method}`, { name: 'Lost' }, gateway.server.url);
  });

  it('may own the event: 503 at both hooks until its secret is set again, logged once', async () => {
    for (let i = 0; i < 5; i++)
      for (const path of [PROVIDER, hookOf(method)])
        expect(await statusOf(path, 'sealed')).toEqual([503, '60']);
    expect(await gateway.events()).toEqual([]);
    expect(linesLike(/secret settings of payment method .* cannot be opened/)).toBe(1);
    // Other methods' events are still verified.
    expect(await gateway.sendAndAwait(reports.authorized(id))).toMatchObject({ state: 'handled' });
    const again = { preferences: { signing_secret: 'sealed' } };
    await asStaff(gateway.store, 'PATCH', `/payment_methods/${method}`, again, gateway.server.url);
    for (const path of [PROVIDER, hookOf(method)])
      expect(await statusOf(path, 'sealed')).toEqual([200, null]);
    expect((await statusOf(PROVIDER, 'wrong'))[0]).toBe(200);
  });
});

describe('more secrets than a provider’s hook tries', () => {
  let oldest: string;

  beforeAll(async () => {
    oldest = (await aMethod('oldest')).id as string;
    await manyMethods(SECRETS);
    await asStaff(
      gateway.store,
      'PATCH',
      `/payment_methods/${oldest}`,
      { name: 'Oldest' },
      gateway.server.url,
    );
  });

  it('an event that none of the newest 100 verifies may be genuine: 503, not stored, logged once', async () => {
    for (const secret of ['oldest', 'wrong', 'wrong'])
      expect(await statusOf(PROVIDER, secret)).toEqual([503, '60']);
    expect(await gateway.events()).toEqual([]);
    expect(linesLike(/its hook tries only the newest 100 of \d+ secrets/)).toBe(1);
  });

  it('each of the newest is tried, and a method’s own hook tries only its own secret', async () => {
    const { rows } = await database().query<{ secret: string }>(
      `SELECT settings ->> 'signing_secret' AS secret FROM payment_methods
        WHERE provider_id = $1 AND settings ? 'signing_secret' ORDER BY id DESC LIMIT 100`,
      [gateway.remote.id],
    );
    for (const { secret = '' } of [rows[0], rows[97]].flatMap((row) => row ?? []))
      expect((await statusOf(PROVIDER, secret))[0]).toBe(200);
    expect((await statusOf(hookOf(oldest), 'oldest'))[0]).toBe(200);
    expect((await statusOf(hookOf(oldest), 'wrong'))[0]).toBe(401);
  });
});
