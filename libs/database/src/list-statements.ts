import type { PageStatements } from './read-page';
import type { Order } from './sortable';
import type { Statement } from './tx';

/** What a list shows. */
interface Shown {
  readonly name: string;
  readonly table: string;
  readonly columns: string;
}

interface Asked {
  readonly where: string;
  readonly order: Order;
  readonly isSearch: boolean;
  /** The number of the first parameter behind those of `where`. */
  readonly next: number;
}

/** The statements of a list that is asked for in one way. */
export function listStatements({ name, table, columns }: Shown, asked: Asked): PageStatements {
  const { where, order, isSearch, next } = asked;
  const { by, direction } = order;
  const ids = `SELECT t.store_id AS of_store, t.id AS of_id, ${by} AS sorted_by FROM ${table} t WHERE ${where}`;
  const inOrder = `ORDER BY sorted_by ${direction}, of_id ${direction}`;
  const part = `${inOrder} LIMIT $${next} OFFSET $${next + 1}`;
  const shown = `JOIN ${table} t ON t.store_id = of_store AND t.id = of_id ${inOrder}`;
  const statement = (what: string, text: string): Statement => ({
    name: `${what} ${name}`,
    text,
    isPlannedEachTime: true,
  });
  const find = `WITH found AS MATERIALIZED (${ids} LIMIT $${next + 2} + 1), counted AS (SELECT count(*)::int AS count FROM found)
    SELECT count, ARRAY(SELECT of_id FROM found ${inOrder}
        LIMIT CASE WHEN count <= $${next + 2} THEN $${next} ELSE 0 END OFFSET $${next + 1}) AS ids FROM counted`;
  return {
    page: statement('page of', `SELECT ${columns} FROM (${ids} ${part}) part ${shown}`),
    // The planner does not know that what is sought may be far from where the order begins: of few, all are found and sorted.
    pageOfFew: statement(
      'page of few',
      `WITH few AS MATERIALIZED (${ids}) SELECT ${columns} FROM (SELECT * FROM few ${part}) part ${shown}`,
    ),
    count: statement('count', `SELECT count(*)::int AS count FROM ${table} t WHERE ${where}`),
    ...(isSearch && {
      search: {
        find: statement('find', find),
        rows: statement(
          'rows of',
          `SELECT ${columns} FROM ${table} t WHERE t.store_id = $1 AND t.id = ANY($2) ORDER BY ${by} ${direction}, t.id ${direction}`,
        ),
      },
    }),
  };
}
