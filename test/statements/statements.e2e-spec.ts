import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { Pool } from 'pg';
import { serverEnv } from '../support/tandem';
import { looseTables } from './bound-tables';
import { NOT_SPREAD, OF_ALL_STORES } from './of-all-stores';
import { snakeNames } from './output-names';
import { refusedForms } from './refused-forms';
import { SNAKE_NAMED } from './snake-named';
import { below, kinded, type Node } from './tree';
import { catalogOf, type Catalog } from './types';
import { unseenIn, unseenStatements } from './unnamed';

// Every statement works on a Postgres distributed by store (Citus; docs/adr/0032): forms refused there are found here with
// Postgres' own parser. A statement for one store is sent to the node that has it.

interface Parsed {
  readonly name: string;
  readonly tree: Node;
}

const T = 'payments';
const OF = 'store_id = $1 AND id = $2';

const LOOSE: readonly [string, readonly string[]][] = [
  [`SELECT * FROM ${T} WHERE id = $2`, [T]],
  [`SELECT * FROM ${T} WHERE store_id = $1 OR id = $2`, [T]],
  [`SELECT * FROM ${T} WHERE store_id <> $1`, [T]],
  [`SELECT * FROM ${T} WHERE store_id = ANY($1)`, [T]],
  [`SELECT * FROM ${T} p JOIN orders o ON o.id = p.order_id WHERE p.store_id = $1`, ['orders']],
  [
    `SELECT * FROM ${T} p JOIN orders o ON o.store_id = p.store_id AND o.id = p.order_id WHERE p.store_id = $1`,
    [],
  ],
  [`SELECT * FROM ${T} p LEFT JOIN orders o ON o.store_id = p.store_id WHERE o.id = $1`, [T, 'orders']],
  [`SELECT (SELECT 1 FROM orders o WHERE o.id = p.order_id) FROM ${T} p WHERE p.store_id = $1`, ['orders']],
  [`SELECT (SELECT 1 FROM orders o WHERE o.store_id = p.store_id) FROM ${T} p WHERE p.store_id = $1`, []],
  [
    `SELECT 1 FROM ${T} p, LATERAL (SELECT 1 FROM orders o WHERE o.store_id = p.store_id) l WHERE p.store_id = $1`,
    [],
  ],
  [`WITH a AS (SELECT * FROM ${T} WHERE id = $2) SELECT * FROM a`, [T]],
  [`WITH a AS (SELECT * FROM ${T} WHERE ${OF}) SELECT * FROM orders o JOIN a ON a.store_id = o.store_id`, []],
  [`SELECT 1 FROM ${T} WHERE ${OF} UNION SELECT 1 FROM orders WHERE id = $2`, ['orders']],
  [
    `UPDATE ${T} SET state = 'x' WHERE (store_id, id) IN (SELECT store_id, id FROM ${T} WHERE store_id = $1)`,
    [T],
  ],
  [`UPDATE ${T} p SET state = 'x' FROM orders o WHERE p.store_id = o.store_id AND o.store_id = $1`, []],
  [`DELETE FROM ${T} USING orders o WHERE o.store_id = $1`, [T]],
  [`INSERT INTO ${T} (store_id, id) VALUES ($1, $2)`, []],
  [`INSERT INTO ${T} (id) VALUES ($2)`, [T]],
  [`INSERT INTO ${T} (store_id, id) SELECT (e->>'store')::uuid, $2 FROM jsonb_array_elements($1) e`, [T]],
  [`INSERT INTO ${T} (store_id, id) SELECT store_id, id FROM orders WHERE store_id = $1`, []],
];

const CONFLICT = `INSERT INTO ${T} AS p (store_id, id) VALUES ($1, $2) ON CONFLICT (store_id, id) DO UPDATE SET`;
const IN_CONFLICT = 'a time or a function that is not immutable in ON CONFLICT';
const IN_CHOICE = 'a time or a function that is not immutable in CASE or COALESCE';
const IN_RETURNING = 'a function that is not immutable in RETURNING';
const OF_COLUMN = 'a stable function of a column';

const REFUSED: readonly [string, readonly string[]][] = [
  [`${CONFLICT} updated_at = now()`, [IN_CONFLICT]],
  [`${CONFLICT} state = 'x' WHERE p.updated_at < now()`, [IN_CONFLICT]],
  [`${CONFLICT} updated_at = excluded.updated_at - interval '1 day'`, [IN_CONFLICT]],
  [`${CONFLICT} updated_at = CURRENT_TIMESTAMP`, [IN_CONFLICT]],
  [`${CONFLICT} updated_at = excluded.updated_at`, []],
  [`UPDATE ${T} SET captured_at = coalesce(captured_at, now()) WHERE ${OF}`, [IN_CHOICE]],
  [`UPDATE ${T} SET captured_at = CASE WHEN state = 'x' THEN now() END WHERE ${OF}`, [IN_CHOICE]],
  [`DELETE FROM ${T} WHERE ${OF} AND coalesce(captured_at, now()) < $3`, [IN_CHOICE]],
  [`UPDATE ${T} SET captured_at = coalesce(captured_at, c.now) FROM (SELECT now() AS now) c WHERE ${OF}`, []],
  [`UPDATE ${T} SET captured_at = now() + interval '1 hour' WHERE ${OF}`, []],
  [`UPDATE ${T} SET captured_at = created_at + interval '1 hour' WHERE ${OF}`, [OF_COLUMN]],
  [`UPDATE ${T} SET captured_at = now() + (now() - created_at) / 2 WHERE ${OF}`, [OF_COLUMN]],
  [`UPDATE ${T} SET state = 'x' WHERE ${OF} AND created_at < now() - interval '1 hour'`, []],
  [`UPDATE ${T} SET state = 'x' WHERE ${OF} AND created_at + interval '1 hour' < now()`, [OF_COLUMN]],
  [`UPDATE ${T} SET state = to_jsonb(number) WHERE ${OF}`, [OF_COLUMN]],
  [`UPDATE ${T} SET captured_at = clock_timestamp() WHERE ${OF}`, ['a volatile function']],
  [`UPDATE ${T} SET state = 'x' WHERE ${OF} RETURNING to_jsonb(payments)`, [IN_RETURNING]],
  [`UPDATE ${T} SET state = 'x' WHERE ${OF} RETURNING *, now()`, [IN_RETURNING]],
  [`DELETE FROM ${T} WHERE ${OF} RETURNING extract(epoch FROM created_at)`, [IN_RETURNING]],
  [`WITH u AS (UPDATE ${T} SET state = 'x' WHERE ${OF} RETURNING now()) SELECT * FROM u`, [IN_RETURNING]],
  [`INSERT INTO ${T} (store_id, id, number) VALUES ($1, $2, (SELECT 1))`, ['a query in VALUES']],
  [`INSERT INTO ${T} (store_id, id, created_at) VALUES ($1, $2, now()) RETURNING *`, []],
  [`UPDATE webhook_events SET settled_at = coalesce(settled_at, now())`, []],
];

const SNAKE: readonly [string, readonly string[]][] = [
  [`SELECT order_id FROM ${T}`, ['order_id']],
  [`SELECT p.order_id AS "orderId", order_id::text FROM ${T} p`, ['order_id']],
  [`SELECT order_id AS "orderId", count(*)::int AS count, (SELECT 1) AS one FROM ${T}`, []],
  [`SELECT (SELECT order_id FROM ${T})`, ['order_id']],
  [`SELECT * FROM ${T}`, ['payments.*']],
  [`SELECT p.*, o.id FROM ${T} p JOIN orders o ON true`, ['payments.*']],
  [`SELECT array_agg(id) FROM ${T}`, ['array_agg']],
  [`SELECT id FROM ${T} UNION ALL SELECT order_id FROM ${T}`, []],
  [`INSERT INTO ${T} (id) VALUES ($1) RETURNING created_at`, ['created_at']],
  [`UPDATE ${T} SET state = 'x' RETURNING *`, ['payments.*']],
  [`UPDATE ${T} p SET order_id = $1 FROM orders o RETURNING p.id, o.*`, ['orders.*']],
  [`DELETE FROM ${T} WHERE order_id = $1 RETURNING order_id AS "orderId"`, []],
  [`WITH a AS (SELECT order_id FROM ${T}), b AS (SELECT * FROM a) SELECT * FROM b`, ['order_id']],
  [`WITH a AS (SELECT order_id FROM ${T}) SELECT order_id AS "orderId" FROM a`, []],
  [`WITH u AS (UPDATE ${T} SET state = 'x' RETURNING *) SELECT u.* FROM u`, ['payments.*']],
  [`SELECT s.* FROM (SELECT id, order_id FROM ${T}) s`, ['order_id']],
  [`SELECT to_jsonb(p) AS payment FROM ${T} p`, ['payments as JSON']],
  [`SELECT (SELECT coalesce(json_agg(p), '[]') FROM ${T} p) AS payments`, ['payments as JSON']],
  [`SELECT (SELECT json_agg(p) FROM (SELECT id, order_id FROM ${T}) p) AS payments`, ['order_id']],
  [`SELECT (SELECT json_agg(p) FROM (SELECT id, order_id AS "orderId" FROM ${T}) p) AS payments`, []],
  [`SELECT json_agg(jsonb_build_object('id', id, 'order_id', order_id)) AS all FROM ${T}`, ['order_id']],
  [`SELECT json_build_object('orderId', order_id) AS one, json_agg(number) AS numbers FROM ${T}`, []],
];

const run = promisify(execFile);

let pool: Pool;
let catalog: Catalog;
let tenants: Set<string>;
let statements: readonly Parsed[];
let examples: readonly Parsed[];

async function parse(texts?: readonly string[]): Promise<readonly Parsed[]> {
  const requested = texts ? [JSON.stringify(texts.map((text) => ({ name: text, text })))] : [];
  const { stdout } = await run(process.execPath, ['test/statements/parse.mjs', ...requested], {
    maxBuffer: 2 ** 26,
  });
  return JSON.parse(stdout) as Parsed[];
}

const example = (text: string): Parsed =>
  examples.find(({ name }) => name === text) ?? { name: text, tree: {} };
const isTenants = (table: string): boolean => tenants.has(table);
const boundIn = ({ tree }: Parsed): ReturnType<typeof looseTables> => looseTables(kinded(tree), isTenants);
const refusedIn = ({ tree }: Parsed): string[] => refusedForms(kinded(tree), catalog, isTenants);
const isOfAllStores = ({ name }: Parsed): boolean => name in OF_ALL_STORES;

beforeAll(async () => {
  pool = new Pool({ connectionString: serverEnv['DATABASE_URL'], max: 1 });
  catalog = await catalogOf(pool);
  const { rows } = await pool.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'store_id'`,
  );
  tenants = new Set(rows.map(({ name }) => name).filter((name) => !(name in NOT_SPREAD)));
  statements = await parse();
  examples = await parse([...LOOSE, ...REFUSED, ...SNAKE].map(([text]) => text));
});

afterAll(() => pool.end());

function found<T>(
  of: (statement: Parsed) => readonly T[],
  among: readonly Parsed[],
): Record<string, readonly T[]> {
  const each = among.map((statement) => [statement.name, of(statement)] as const);
  return Object.fromEntries(each.filter(([, what]) => what.length > 0));
}

it('every statement is defined where this test can find it', () => {
  expect(unseenStatements()).toEqual([]);
  expect(statements.length).toBeGreaterThan(600);
  expect(tenants.size).toBeGreaterThan(25);
});

it('every tenant table in a statement is restricted to its store', () => {
  const ofOneStore = statements.filter((statement) => !isOfAllStores(statement));
  expect(found((statement) => boundIn(statement).loose, ofOneStore)).toEqual({});
});

it('a statement has one parameter for the store', () => {
  const several = (statement: Parsed): number[] => {
    const stores = [...boundIn(statement).stores];
    return stores.length > 1 ? stores : [];
  };
  expect(found(several, statements)).toEqual({});
});

it('statements across all stores are listed, write nothing and lock nothing', () => {
  const listed = statements.filter(isOfAllStores);
  expect(listed.map(({ name }) => name).sort()).toEqual(Object.keys(OF_ALL_STORES).sort());
  const holding = ({ tree }: Parsed): string[] =>
    [...below(tree)]
      .map(({ kind }) => kind)
      .filter((kind) => /^(Insert|Update|Delete)Stmt$|^LockingClause$/.test(kind));
  expect(found(holding, listed)).toEqual({});
  // A statement for one store must not be on the list.
  expect(listed.filter((statement) => boundIn(statement).loose.length === 0)).toEqual([]);
});

it('no statement has a form that a distributed Postgres refuses', () => {
  expect(found(refusedIn, statements)).toEqual({});
});

it('a statement returns the names that the code uses, except the listed rows', () => {
  const snakeIn = ({ tree }: Parsed): string[] => snakeNames(kinded(tree));
  const unlisted = (statement: Parsed): string[] =>
    snakeIn(statement).filter((name) => !(name in SNAKE_NAMED));
  expect(found(unlisted, statements)).toEqual({});
  // Rows that no statement returns must not be on the list.
  const returned = new Set(statements.flatMap(snakeIn));
  expect(Object.keys(SNAKE_NAMED).filter((name) => !returned.has(name))).toEqual([]);
});

it('unique keys and foreign keys contain the store', async () => {
  const unique = await pool.query<{ table: string; key: string }>(
    `SELECT t.relname AS table, k.relname AS key FROM pg_index i
       JOIN pg_class t ON t.oid = i.indrelid JOIN pg_class k ON k.oid = i.indexrelid
      WHERE i.indisunique AND t.relnamespace = 'public'::regnamespace AND NOT EXISTS (
        SELECT 1 FROM pg_attribute a WHERE a.attrelid = t.oid AND a.attnum = ANY(i.indkey) AND a.attname = 'store_id')`,
  );
  expect(unique.rows.filter(({ table }) => isTenants(table))).toEqual([]);
  const references = await pool.query<{ table: string; to: string; columns: string }>(
    `SELECT c.relname AS table, p.relname AS to, pg_get_constraintdef(f.oid) AS columns FROM pg_constraint f
       JOIN pg_class c ON c.oid = f.conrelid JOIN pg_class p ON p.oid = f.confrelid
      WHERE f.contype = 'f' AND c.relnamespace = 'public'::regnamespace`,
  );
  const loose = references.rows.filter(({ table, to, columns }) =>
    isTenants(table)
      ? to !== 'stores' && !(isTenants(to) && /^FOREIGN KEY \(store_id,/.test(columns))
      : isTenants(to),
  );
  expect(references.rows.length).toBeGreaterThan(25);
  expect(loose).toEqual([]);
});

it.each(LOOSE)('tables that %s does not restrict to the store: %j', (text, loose) => {
  expect(boundIn(example(text)).loose.sort()).toEqual([...loose].sort());
});

it.each(SNAKE)('names that %s returns, other than the code’s: %j', (text, names) => {
  expect(snakeNames(kinded(example(text).tree))).toEqual(names);
});

it.each(REFUSED)('%s has refused forms: %j', (text, refused) => {
  expect(refusedIn(example(text))).toEqual(refused);
});

it.each([
  ['libs/a/src/a.reader.ts', `const FIND = sql('find', 'SELECT 1');`],
  ['libs/a/src/a.repository.ts', `class A { find() { return sql('find', 'SELECT 1'); } }`],
  [
    'libs/a/src/a.repository.ts',
    `const find = (n: string) => sql(n, 'SELECT 1'); class A { one() { return find('b'); } }`,
  ],
  ['libs/a/src/a.repository.ts', `function find() { return listOf({}); } class A { x = find(); }`],
])('a statement in %s is found: %s', (path, text) => {
  expect(unseenIn(path, text)).toHaveLength(1);
});

it('statements named when their file is loaded are found', () => {
  const text = `const find = (n: string) => sql(n, 'SELECT 1'); const A = find('a'); class B { run() { use(A); } }`;
  expect(unseenIn('libs/a/src/a.repository.ts', text)).toEqual([]);
});
