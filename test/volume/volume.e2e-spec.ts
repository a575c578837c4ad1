import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { PoolClient } from 'pg';
import { medusaIdOf } from '../support/ids';
import { expectInvariantsIn } from '../support/invariants';
import { ownDatabase, type OwnDatabase } from '../support/own-database';
import { until } from '../support/target-server';
import { fill, shopIn, type Shop } from './fill';
import { planOf, run } from './plan';

// Nothing gets slower as a shop grows: every statement is explained on a filled database. It is small here, but large enough for
// indexes to matter; `npm run volume` uses the size of reference/growth.md.

const ORDERS = Number(process.env['VOLUME_ORDERS'] ?? 6_000);

/** Statements that may scan a whole table, and why. */
const SCANS: Readonly<Record<string, string>> = {
  'find price in currency': 'it stops at the first row, and prices grow with the catalogue, not with orders',
  'count webhook deliveries': 'of one endpoint: most of the table if there is only one',
  'page of webhook deliveries': 'the same, with its events',
};

/** Statements that read a whole table by purpose: no index could help them. */
const ALL_ROWS = [
  'find all sealed secrets of webhook endpoints',
  'find all sealed settings of payment methods',
];

/** Indexes that a statement may read from end to end, because they stay short, however big the shop. */
const SHORT: Readonly<Record<string, string>> = {
  admin_users_pkey: 'staff',
  open_operations: 'only operations in flight',
  payment_methods_by_id: 'the configured methods',
  payment_methods_of_provider: 'the configured methods',
  refund_reasons_pkey: 'the configured reasons',
  stores_pkey: 'the stores',
  webhook_deliveries_due: 'only pending deliveries, and it stops at the first of an endpoint',
  webhook_deliveries_in_turn: 'only pending deliveries',
  webhook_endpoints_pkey: 'the configured endpoints',
  webhook_events_due: 'only events that wait',
};

/** Filters without their own index: they scan the list's index. */
const WALKED: Readonly<Record<string, string>> = {
  'orders with order': 'matches nearly all rows',
  'customers with withLogin': 'a column of a narrow table',
};

interface Explained {
  readonly named: readonly { readonly name: string; readonly text: string }[];
  readonly ordered: readonly Requested[];
  readonly filtered: readonly { readonly name: string; readonly count: Requested; readonly few: Requested }[];
  readonly filters: readonly string[];
}
interface Requested {
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

/** How many of the slowest pages and counts are printed, for information: no time is asserted. */
const SLOWEST = 12;
const took: { readonly name: string; readonly ms: number }[] = [];

let own: OwnDatabase;
let client: PoolClient;
let shop: Shop;
let explained: Explained;

beforeAll(async () => {
  own = await ownDatabase();
  await own.store();
  shop = await shopIn(own.url);
  await fill(own.url, shop, ORDERS);
  client = await own.pool.connect();
  // As the server sets it for its own connections.
  await client.query('SET random_page_cost = 1.1');
  explained = await statementsOf(shop.storeId, await valuesOf(shop.storeId));
}, 600_000);

afterAll(async () => {
  const slowest = took.sort((one, next) => next.ms - one.ms).slice(0, SLOWEST);
  const lines = slowest.map(({ name, ms }) => `  ${ms.toFixed(1)} ms  ${name}`);
  process.stdout.write(`the slowest lists of a shop with ${ORDERS} orders:\n${lines.join('\n')}\n`);
  client.release();
  await own.drop();
});

async function statementsOf(storeId: string, values: Record<string, unknown[]>): Promise<Explained> {
  const requested = JSON.stringify({ storeId, values });
  const { stdout } = await promisify(execFile)(process.execPath, ['test/volume/statements.mjs', requested], {
    maxBuffer: 2 ** 26,
  });
  return JSON.parse(stdout) as Explained;
}

/** For each filter a value that few rows have. */
async function valuesOf(storeId: string): Promise<Record<string, unknown[]>> {
  const { rows } = await client.query<Record<'order' | 'customer' | 'payment' | 'session', string>>(
    `SELECT p.order_id AS "order", o.customer_id AS customer, p.id AS payment, p.session_id AS session FROM payments p
       JOIN orders o ON o.store_id = p.store_id AND o.id = p.order_id
      WHERE p.store_id = $1 AND o.customer_id IS NOT NULL LIMIT 1`,
    [storeId],
  );
  const { order, customer, payment, session } = rows[0] ?? {};
  const early = ['2024-01-01T05:00:00Z'];
  const late = ['2028-01-01T00:00:00Z'];
  return {
    'orders ids': [[order]],
    'payments ids': [[payment]],
    'customers ids': [[customer]],
    sessionIds: [[session]],
    customerId: [customer],
    customerIds: [[customer]],
    'orders state': ['canceled'],
    'webhook events state': ['failed'],
    states: [['canceled']],
    placed: [true],
    order: [true],
    regionIds: [[order]],
    number: ['V000000100'],
    email: ['payer-77@example.com'],
    emails: [['shopper-77@example.com']],
    search: ['er-777@exam'],
    partOfEmail: ['er-777@exam'],
    completedFrom: late,
    completedTo: early,
    createdFrom: late,
    createdBefore: early,
    updatedFrom: late,
    updatedBefore: early,
    withLogin: [true],
    withoutLogin: [true],
    sku: ['VOLUME-7'],
  };
}

/** Tables whose rows grow with the shop. */
async function largeTables(): Promise<Set<string>> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND reltuples > $1`,
    [ORDERS / 20],
  );
  return new Set(rows.map(({ name }) => name));
}

it('no named statement scans a whole large table', async () => {
  const large = await largeTables();
  const scanning: Record<string, string[]> = {};
  for (const { name, text } of explained.named.filter((statement) => !(statement.name in SCANS))) {
    const scans = (await planOf(client, text)).scans.filter((table) => large.has(table));
    if (scans.length > 0) scanning[name] = scans;
  }
  expect(large.size).toBeGreaterThan(15);
  expect(explained.named.length).toBeGreaterThan(250);
  expect(scanning).toEqual({});
});

// Independent of how many rows there are here: sequential scans are the planner's last resort, so what still scans has no index.
it('every named statement has an index for each table it reads, and walks only short indexes', async () => {
  await client.query('SET enable_seqscan = off');
  const reading: Record<string, readonly string[]> = {};
  for (const { name, text } of explained.named.filter((statement) => !ALL_ROWS.includes(statement.name))) {
    const { scans, wholeIndexes } = await planOf(client, text);
    const found = [...scans, ...wholeIndexes].filter((of) => !(of in SHORT) && !of.startsWith('pg_'));
    if (found.length > 0) reading[name] = found;
  }
  await client.query('RESET enable_seqscan');
  expect(reading).toEqual({});
});

it('the first page of a list reads few more rows than it shows, in any sort order', async () => {
  const looking: Record<string, number> = {};
  for (const { name, text, values } of explained.ordered) {
    const { looked, ms } = await run(client, text, values);
    took.push({ name, ms });
    if (looked > 20 * 20) looking[name] = looked;
  }
  expect(explained.ordered.length).toBeGreaterThan(30);
  expect(looking).toEqual({});
});

it('a filter reads few more rows than it finds', async () => {
  // A small table may be scanned whole; here only whether an index can be used matters.
  await client.query('SET enable_seqscan = off');
  const looking: Record<string, unknown> = {};
  for (const { name, count, few } of explained.filtered.filter((requested) => !(requested.name in WALKED))) {
    const { rows } = await client.query<{ count: number }>(count.text, [...count.values]);
    const found = rows[0]?.count ?? 0;
    const [counting, showing] = [
      await run(client, count.text, count.values),
      await run(client, few.text, few.values),
    ];
    took.push({ name: `count of ${name}`, ms: counting.ms }, { name, ms: showing.ms });
    // A trigram index also matches some rows that do not contain the text; a page reads its 20 rows and their related rows.
    if (counting.looked > 2 * found + 100 || showing.looked > 2 * found + 400)
      looking[name] = { found, counting, showing };
  }
  await client.query('RESET enable_seqscan');
  expect(looking).toEqual({});
});

it('every filter of every list is tested', () => {
  const tried = new Set(explained.filtered.map(({ name }) => name));
  const left = explained.filters.map((filter) => filter.replace(/ (?=\w+$)/, ' with '));
  expect(left.filter((name) => !tried.has(name) && !name.startsWith('users '))).toEqual([]);
});

/** Each sweep and worker: the statement that finds rows in all stores, the one that takes a store's, and how to make rows due. */
const SWEEPS: Readonly<Record<string, { find: unknown[]; take?: string; due: string }>> = {
  'find expired payment sessions': {
    find: [50],
    take: 'expire payment sessions',
    due: `UPDATE payment_sessions SET expires_at = now() - interval '1 second' WHERE state = 'pending'`,
  },
  'find abandoned payment sessions': {
    find: [50, ['pp_bogus_default']],
    take: 'lock abandoned payment sessions',
    due: `UPDATE payment_sessions SET open_at_gateway = true, close_after = now() - interval '1 second' WHERE state = 'canceled'`,
  },
  'find due placements': {
    find: [50],
    take: 'lease due placements',
    due: `UPDATE orders SET placement_due_at = now() - interval '1 second' WHERE state = 'open'`,
  },
  'find due provider operations': {
    find: [50, ['pp_bogus_default']],
    take: 'lease due provider operations',
    due: `UPDATE provider_operations SET state = 'requested', lease_until = now() - interval '1 second'`,
  },
  'lease due webhook events': {
    find: [50, ['pp_bogus_default'], true],
    due: `UPDATE webhook_events SET state = 'received', due_at = now() - interval '1 second'`,
  },
  'sweep webhook events': {
    find: [50],
    due: `UPDATE webhook_events SET received_at = now() - interval '31 days'`,
  },
  'sweep parked webhook events': {
    find: [50],
    due: `UPDATE webhook_events SET state = 'failed', received_at = now() - interval '2 years'`,
  },
  'find events to sweep': {
    find: [50],
    take: 'sweep events',
    due: `UPDATE events SET created_at = now() - interval '31 days' - random() * interval '1 hour'`,
  },
  'find idempotency keys to sweep': {
    find: [50],
    take: 'sweep idempotency keys',
    due: `UPDATE idempotency_keys SET expires_at = now() - random() * interval '1 hour'`,
  },
  'find refresh tokens to sweep': {
    find: [50],
    take: 'sweep refresh tokens',
    due: `UPDATE refresh_tokens SET expires_at = now() - random() * interval '1 hour'`,
  },
  'find login sessions to sweep': {
    find: [50],
    take: 'sweep login sessions',
    due: `UPDATE login_sessions SET expires_at = now() - random() * interval '1 hour'`,
  },
};

interface FoundDue {
  readonly storeId: string;
  readonly id?: string;
  readonly until?: string;
}

const textOf = (name: string): string =>
  explained.named.find((statement) => statement.name === name)?.text ?? '';

it.each(Object.entries(SWEEPS))('%s reads no rows while nothing is due', async (name, { find }) => {
  await client.query('BEGIN');
  const { pages, looked } = await run(client, textOf(name), find);
  await client.query('ROLLBACK');
  expect([looked, pages <= 10]).toEqual([0, true]);
});

it.each(Object.entries(SWEEPS))('%s takes a batch of due rows, and reads few more', async (name, of) => {
  await client.query('BEGIN');
  await client.query(of.due);
  const { looked } = await run(client, textOf(name), of.find);
  const { rows } = of.take ? await client.query<FoundDue>(textOf(name), [...of.find]) : { rows: [] };
  const taken = of.take ? await run(client, textOf(of.take), takenBy(rows)) : { looked };
  await client.query('ROLLBACK');
  // Each row is read to find it and again to write it, and once more if it is locked first.
  expect(looked).toBeGreaterThanOrEqual(50);
  expect(looked).toBeLessThanOrEqual(of.take ? 100 : 400);
  expect(taken.looked).toBeGreaterThanOrEqual(50);
  expect(taken.looked).toBeLessThanOrEqual(400);
});

/** The values to take the found rows of the store: their ids, or the time until which they are swept. */
function takenBy(rows: readonly FoundDue[]): unknown[] {
  const [first] = rows;
  return [first?.storeId, first?.until ?? rows.map(({ id }) => id)];
}

it('a batch of the webhook sender reads few more rows than it takes, however many are pending', async () => {
  const [find, take] = ['find webhook endpoints with due deliveries', 'lease due webhook deliveries'].map(
    textOf,
  );
  await client.query('BEGIN');
  const idle = await run(client, find ?? '', [259_200]);
  await client.query('UPDATE webhook_endpoints SET active = true');
  const { rowCount } = await client.query(
    `UPDATE webhook_deliveries d SET state = 'pending', next_attempt_at = now(), order_id = e.order_id
       FROM events e WHERE e.store_id = d.store_id AND e.id = d.event_id`,
  );
  const found = await run(client, find ?? '', [259_200]);
  const { rows } = await client.query(`SELECT store_id AS "storeId", id, 4 AS room FROM webhook_endpoints`);
  const taken = await run(client, take ?? '', [shop.storeId, JSON.stringify(rows)]);
  await client.query('ROLLBACK');
  expect([idle.looked, rowCount ?? 0]).toEqual([0, expect.any(Number)]);
  expect(rowCount).toBeGreaterThan(ORDERS / 3);
  expect(found.looked).toBeLessThanOrEqual(5);
  // It reads 32 rows, each with the previous delivery of its order, and takes four.
  expect(taken.looked).toBeLessThanOrEqual(150);
});

it('the sums of the filled shop are right', async () => {
  const { rows } = await own.pool.query<{ id: string }>(
    `SELECT id FROM orders WHERE store_id = $1 AND number = ANY($2)`,
    [shop.storeId, ['V000000001', 'V000000003', 'V000000008', 'V000000017', 'V000000100']],
  );
  expect(rows).toHaveLength(5);
  await expectInvariantsIn(own.pool, ...rows.map(({ id }) => ({ id: medusaIdOf('order', id) })));
});

it('a server deletes expired refresh tokens of customers who never return', async () => {
  const left = async (): Promise<number> => {
    const { rows } = await own.pool.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM refresh_tokens WHERE expires_at < now()`,
    );
    return rows[0]?.count ?? -1;
  };
  await own.pool.query(`UPDATE refresh_tokens SET expires_at = now() - interval '1 second'`);
  expect(await left()).toBeGreaterThan(1_000);
  const server = await own.server();
  await until(async () => (await left()) === 0, 30_000);
  await server.stop();
});
