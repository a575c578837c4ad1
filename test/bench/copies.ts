import type { Client } from 'pg';

// Copies of an order with all its rows, whatever columns the checkout's schema has: thousands of orders to pay, capture or refund
// in a second, and a million in minutes, where making each by requests would take hours.

/** Tables with an order_id that an order does not need: what was sent about it, and its keys. */
const LEFT_OUT = ['events', 'webhook_deliveries', 'idempotency_keys'];

/** The tables whose size a list of payments and the creating of sessions can feel. */
const PAID = ['orders', 'payment_collections', 'payment_sessions', 'payments'];

/** Columns with values that each copy needs for itself. */
const OWN = [
  'id',
  'number',
  'external_id',
  'reference',
  'operation_key',
  'session_external_id',
  'idempotency_key',
];

// The copy's number replaces the last eight digits of an id, a key or a number.
const DIGITS = 8;

/** The numbers of a template's copies start at a multiple of it. */
export const APART = 10_000_000;

interface Row {
  readonly table: string;
  /** The row as JSON. */
  readonly text: string;
}

/** A template's copies; `copyOf` gives the n-th copy of a value. */
export class Copies {
  private made = 0;

  private constructor(
    private readonly database: Client,
    /** Inserts the copies from $1 to $2. */
    private readonly inserts: readonly { readonly table: string; readonly text: string }[],
    private readonly first: number,
  ) {}

  /** `first` keeps the copies of several templates apart: the number of the first copy. */
  static async of(database: Client, orderId: string, first: number): Promise<Copies> {
    const rows = await rowsOf(database, orderId);
    const own = [...new Set(rows.flatMap(({ text }) => ownValues(text)))];
    const types = await columnTypes(database);
    const inserts = rows.map((row) => ({ table: row.table, text: insertOf(row, own, types) }));
    return new Copies(database, inserts, first);
  }

  /** The same value in the n-th copy. */
  copyOf(value: string, n: number): string {
    return value.slice(0, -DIGITS) + String(this.first + n).padStart(DIGITS, '0');
  }

  /** Makes further copies; returns the number of the first of them. */
  make(count: number): Promise<number> {
    return this.insert(count, () => true);
  }

  /** Makes further copies without their items, operations and ledger: it takes half the time. */
  makePaid(count: number): Promise<number> {
    return this.insert(count, (table) => PAID.includes(table));
  }

  private async insert(count: number, isWanted: (table: string) => boolean): Promise<number> {
    const from = this.made;
    this.made += count;
    for (const { table, text } of this.inserts)
      if (isWanted(table)) await this.database.query(text, [this.first + from, this.first + this.made - 1]);
    return from;
  }
}

function insertOf({ table, text }: Row, own: readonly string[], types: ReadonlyMap<string, string>): string {
  const row = JSON.parse(text) as Record<string, unknown>;
  const columns = Object.keys(row);
  const values = columns.map((column) => {
    const value = typeof row[column] === 'string' ? row[column] : JSON.stringify(row[column]);
    const type = types.get(`${table}.${column}`) ?? 'text';
    if (column === 'created_at') return `(r.created_at - n % ${APART} * interval '1 second')`;
    return own
      .filter((one) => value.includes(one))
      .reduce((expression, one) => `replace(${expression}::text, '${one}', ${copied(one)})`, `r.${column}`)
      .concat(`::${type}`);
  });
  const literal = `'${text.replaceAll(`'`, `''`)}'::jsonb`;
  return `INSERT INTO ${table} (${columns.join(', ')}) SELECT ${values.join(', ')}
    FROM jsonb_populate_record(NULL::${table}, ${literal}) r, generate_series($1::int, $2::int) n`;
}

const copied = (value: string): string => `'${value.slice(0, -DIGITS)}' || lpad(n::text, ${DIGITS}, '0')`;

function ownValues(text: string): string[] {
  const row = JSON.parse(text) as Record<string, unknown>;
  return OWN.map((column) => row[column]).filter(
    (value): value is string => typeof value === 'string' && value.length > DIGITS,
  );
}

async function columnTypes(database: Client): Promise<Map<string, string>> {
  const { rows } = await database.query<{ name: string; type: string }>(
    `SELECT table_name || '.' || column_name AS name, udt_name AS type FROM information_schema.columns WHERE table_schema = 'public'`,
  );
  return new Map(rows.map(({ name, type }) => [name, type]));
}

async function rowsOf(database: Client, orderId: string): Promise<Row[]> {
  const { rows: tables } = await database.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.columns
      WHERE table_schema = 'public' AND column_name = 'order_id' AND table_name <> ALL ($1) ORDER BY 1`,
    [LEFT_OUT],
  );
  const of = async (table: string, condition: string, value: unknown): Promise<Row[]> => {
    const text = `SELECT '${table}' AS "table", to_jsonb(t)::text AS text FROM ${table} t WHERE ${condition}`;
    return (await database.query<Row>(text, [value])).rows;
  };
  const found = await of('orders', 'id = $1', orderId);
  for (const { name } of tables) found.push(...(await of(name, 'order_id = $1', orderId)));
  const charges = found.filter(({ table }) => table === 'payments').map(({ text }) => referenceIn(text));
  found.push(...(await of('bogus_charges', 'id = ANY ($1)', charges)));
  found.push(...(await of('bogus_requests', 'charge_id = ANY ($1)', charges)));
  return found;
}

function referenceIn(payment: string): string {
  return (JSON.parse(payment) as { reference: string }).reference;
}
