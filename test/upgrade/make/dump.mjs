// A database as SQL: the statements that its code's migrations ran, then its rows. Needs no pg_dump.
import { createRequire } from 'node:module';

/** `tree` is a built worktree of the commit, `client` is connected to the database it made. */
export async function dump(tree, client) {
  const parts = [await schemaOf(tree), await queueOf(tree, client)];
  for (const table of await tablesOf(client)) parts.push(await rowsOf(client, table));
  parts.push(`SELECT setval('migrations_id_seq', (SELECT max(id) FROM migrations));`);
  return `${parts.filter(Boolean).join('\n')}\n`;
}

async function schemaOf(tree) {
  const load = createRequire(`${tree}/package.json`);
  const { migrations } = load('./dist/libs/database/src/migrations');
  const texts = [
    'CREATE TABLE migrations (id serial PRIMARY KEY, "timestamp" bigint NOT NULL, name varchar NOT NULL)',
  ];
  const runner = { query: (text) => void texts.push(text) };
  for (const Migration of migrations) await new Migration().up(runner);
  return texts
    .map(
      (text) =>
        `${text
          .trim()
          .replace(/;$/, '')
          .replaceAll(/\n {4,6}/g, '\n')};`,
    )
    .join('\n');
}

/** pg-boss makes a schema of its own, and a table for each queue. */
async function queueOf(tree, client) {
  const load = createRequire(`${tree}/package.json`);
  const { default: PgBoss } = await import(load.resolve('pg-boss'));
  const { rows } = await client.query(`SELECT * FROM pgboss.queue ORDER BY name`);
  const queues = rows.map(
    (row) =>
      `SELECT pgboss.create_queue(${quoted(row.name)}, ${quoted(
        JSON.stringify({
          policy: row.policy,
          retryLimit: row.retry_limit,
          retryDelay: row.retry_delay,
          retryBackoff: row.retry_backoff,
          expireInSeconds: row.expire_seconds,
          retentionMinutes: row.retention_minutes,
        }),
      )}::json);`,
  );
  return [PgBoss.getConstructionPlans('pgboss'), ...queues].join('\n');
}

/** Those with rows, each after those it refers to. */
async function tablesOf(client) {
  const { rows } = await client.query(
    `SELECT c.oid::regclass::text AS name, array_agg(DISTINCT f.confrelid::regclass::text) AS needs
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'
       LEFT JOIN pg_constraint f ON f.conrelid = c.oid AND f.contype = 'f' AND f.confrelid <> c.oid
      WHERE c.relkind = 'r' GROUP BY c.oid ORDER BY 1`,
  );
  const sorted = [];
  const add = ({ name, needs }) => {
    if (sorted.includes(name)) return;
    for (const needed of needs) if (needed) add(rows.find((row) => row.name === needed));
    sorted.push(name);
  };
  rows.forEach(add);
  return [...sorted, 'pgboss.job'];
}

async function rowsOf(client, table) {
  const { rows: columns } = await client.query(
    `SELECT quote_ident(attname) AS name FROM pg_attribute
      WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum`,
    [table],
  );
  const names = columns.map(({ name }) => name);
  const { rows } = await client.query({
    text: `SELECT ${names.map((name) => `${name}::text`).join(', ')} FROM ${table} ORDER BY ${order(names)}`,
    rowMode: 'array',
  });
  if (rows.length === 0) return '';
  const values = rows.map((row) => `(${row.map(quoted).join(', ')})`);
  return `INSERT INTO ${table} (${names.join(', ')}) VALUES\n${values.join(',\n')};`;
}

function order(names) {
  return names.filter((name) => name === 'id' || name === 'created_at').join(', ') || '1';
}

function quoted(text) {
  return text === null ? 'NULL' : `'${text.replaceAll("'", "''")}'`;
}
