import type { PoolClient } from 'pg';

/** A node of a Postgres plan; without ANALYZE it has no actual rows. */
interface Node {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  /** Absent if the whole index is read. */
  readonly 'Index Cond'?: string;
  readonly 'Actual Rows'?: number;
  readonly 'Actual Loops'?: number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Shared Hit Blocks'?: number;
  readonly 'Shared Read Blocks'?: number;
  readonly Plans?: readonly Node[];
}

interface Explained {
  readonly Plan: Node;
  readonly 'Execution Time'?: number;
}

export interface Plan {
  /** Tables read by a sequential scan. */
  readonly scans: readonly string[];
  /** Indexes read from end to end. */
  readonly wholeIndexes: readonly string[];
  /** Rows read, including those that a filter removed. */
  readonly looked: number;
  /** Pages read. */
  readonly pages: number;
  /** Execution time, ms; 0 if it was only planned. */
  readonly ms: number;
}

/** The generic plan, without running the statement. */
export function planOf(client: PoolClient, text: string): Promise<Plan> {
  return explain(client, `EXPLAIN (GENERIC_PLAN, FORMAT JSON) ${text}`, []);
}

/** Runs the statement with these values. */
export function run(client: PoolClient, text: string, values: readonly unknown[]): Promise<Plan> {
  return explain(client, `EXPLAIN (ANALYZE, BUFFERS, TIMING OFF, FORMAT JSON) ${text}`, values);
}

async function explain(client: PoolClient, text: string, values: readonly unknown[]): Promise<Plan> {
  const { rows } = await client.query<{ 'QUERY PLAN': [Explained] }>(text, [...values]);
  const explained = rows[0]?.['QUERY PLAN'][0];
  if (!explained) throw new Error('there is no plan');
  const { Plan: top, 'Execution Time': ms = 0 } = explained;
  const nodes = [...allOf(top)];
  return {
    scans: nodes.filter(isScanOfAll).flatMap((node) => node['Relation Name'] ?? []),
    wholeIndexes: nodes.filter(isWholeIndex).flatMap((node) => node['Index Name'] ?? []),
    looked: nodes.reduce((sum, node) => sum + lookedAt(node), 0),
    pages: (top['Shared Hit Blocks'] ?? 0) + (top['Shared Read Blocks'] ?? 0),
    ms,
  };
}

function* allOf(node: Node): Generator<Node> {
  yield node;
  for (const below of node.Plans ?? []) yield* allOf(below);
}

function isScanOfAll(node: Node): boolean {
  return node['Node Type'].endsWith('Seq Scan');
}

function isWholeIndex(node: Node): boolean {
  return node['Index Name'] !== undefined && node['Index Cond'] === undefined;
}

function lookedAt(node: Node): number {
  if (node['Relation Name'] === undefined) return 0;
  const each = (node['Actual Rows'] ?? 0) + (node['Rows Removed by Filter'] ?? 0);
  return each * (node['Actual Loops'] ?? 1);
}
