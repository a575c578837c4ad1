import type { Client } from 'pg';

// Copies of an order with all its rows, whatever columns the checkout's schema has: thousands of orders to pay, capture or refund
// in a second or two, where making each by requests would take minutes.

/** Tables with an order_id that an order does not need: what was told about it. */
const LEFT_OUT = ['events', 'webhook_deliveries', 'idempotency_keys'];

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

// Rows of one INSERT.
const BATCH = 1_000;

interface Row {
  readonly table: string;
  /** The row as JSON. */
  readonly text: string;
}

/** A template's rows; `copyOf` gives the n-th copy of a value. */
export class Copies {
  private made = 0;

  private constructor(
    private readonly database: Client,
    private readonly rows: readonly Row[],
    private readonly first: number,
  ) {}

  /** `first` keeps the copies of several templates apart: the number of the first copy. */
  static async of(database: Client, orderId: string, first: number): Promise<Copies> {
    return new Copies(database, await rowsOf(database, orderId), first);
  }

  /** The same value in the n-th copy. */
  copyOf(value: string, n: number): string {
    return value.slice(0, -DIGITS) + String(this.first + n).padStart(DIGITS, '0');
  }

  /** Makes further copies; returns the number of the first of them. */
  async make(count: number): Promise<number> {
    const from = this.made;
    this.made += count;
    for (let n = from; n < this.made; n += BATCH) await this.insert(n, Math.min(n + BATCH, this.made));
    return from;
  }

  private async insert(from: number, to: number): Promise<void> {
    const own = [...new Set(this.rows.flatMap(({ text }) => ownValues(text)))];
    const pattern = new RegExp(own.join('|'), 'g');
    for (const { table, text } of this.rows) {
      const copies = Array.from({ length: to - from }, (_, i) =>
        text.replace(pattern, (value) => this.copyOf(value, from + i)),
      );
      await this.database.query(
        `INSERT INTO ${table} SELECT (jsonb_populate_record(NULL::${table}, copy::jsonb)).* FROM unnest($1::text[]) copy`,
        [copies],
      );
    }
  }
}

function ownValues(text: string): string[] {
  const row = JSON.parse(text) as Record<string, unknown>;
  return OWN.map((column) => row[column]).filter(
    (value): value is string => typeof value === 'string' && value.length > DIGITS,
  );
}

async function rowsOf(database: Client, orderId: string): Promise<Row[]> {
  const { rows: tables } = await database.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.columns
      WHERE table_schema = 'public' AND column_name = 'order_id' AND table_name <> ALL ($1) ORDER BY 1`,
    [LEFT_OUT],
  );
  const of = (table: string, condition: string, value: unknown): Promise<Row[]> =>
    database
      .query<Row>(
        `SELECT '${table}' AS "table", to_jsonb(t)::text AS text FROM ${table} t WHERE ${condition}`,
        [value],
      )
      .then(({ rows }) => rows);
  const found = [await of('orders', 'id = $1', orderId)];
  for (const { name } of tables) found.push(await of(name, 'order_id = $1', orderId));
  const charges = found.flat().flatMap(({ table, text }) => (table === 'payments' ? referenceIn(text) : []));
  found.push(
    await of('bogus_charges', 'id = ANY ($1)', charges),
    await of('bogus_requests', 'charge_id = ANY ($1)', charges),
  );
  return found.flat();
}

function referenceIn(payment: string): string[] {
  return [(JSON.parse(payment) as { reference: string }).reference];
}
