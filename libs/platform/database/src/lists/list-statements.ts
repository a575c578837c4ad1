import type { PageStatements, SearchStatements } from './read-page';
import type { Order } from './sortable';
import { Statement } from '../connections/tx';

/** The name, table and columns of a list. */
interface Shown {
  readonly name: string;
  readonly table: string;
  readonly columns: string;
}

interface Requested {
  readonly where: string;
  readonly condition: readonly unknown[];
  readonly order: Order;
}

const idsOf = (table: string, { where, order }: Requested): string =>
  `SELECT t.store_id, t.id AS of_id, ${order.by} AS sorted_by FROM ${table} t WHERE ${where}`;

const inOrder = ({ direction }: Order): string => `ORDER BY sorted_by ${direction}, of_id ${direction}`;

const statement = (name: string, text: string): Statement => new Statement(name, text, 0, true);

/** The statements of a list for one combination of filters and order. */
export function listStatements(
  { name, table, columns }: Shown,
  requested: Requested,
): Omit<PageStatements, 'search'> {
  const { where, condition, order } = requested;
  const part = `${inOrder(order)} LIMIT $${condition.length + 1} OFFSET $${condition.length + 2}`;
  const shown = `JOIN ${table} t ON t.store_id = part.store_id AND t.id = of_id ${inOrder(order)}`;
  const ids = idsOf(table, requested);
  return {
    page: statement(`page of ${name}`, `SELECT ${columns} FROM (${ids} ${part}) part ${shown}`),
    // The planner does not know that matches may be far from the start of the order: when there are few, it is faster to find and
    // sort them all.
    pageOfFew: statement(
      `page of few ${name}`,
      `WITH few AS MATERIALIZED (${ids}) SELECT ${columns} FROM (SELECT * FROM few ${part}) part ${shown}`,
    ),
    count: statement(`count ${name}`, `SELECT count(*)::int AS count FROM ${table} t WHERE ${where}`),
  };
}

/** The statements of a searched list: one counts the matches and takes a page of their ids, without searching twice. */
export function searchStatements({ name, table, columns }: Shown, requested: Requested): SearchStatements {
  const { condition, order } = requested;
  const [limit, offset, max] = [1, 2, 3].map((n) => `$${condition.length + n}`);
  return {
    condition,
    find: statement(
      `find ${name}`,
      `WITH found AS MATERIALIZED (${idsOf(table, requested)} LIMIT ${max} + 1),
         counted AS (SELECT count(*)::int AS count FROM found)
       SELECT count, ARRAY(SELECT of_id FROM found ${inOrder(order)}
         LIMIT CASE WHEN count <= ${max} THEN ${limit} ELSE 0 END OFFSET ${offset}) AS ids FROM counted`,
    ),
    // By ids the plan does not depend on the search, so it is shared.
    rows: new Statement(
      `found ${name} by ${order.by} ${order.direction}`,
      `SELECT ${columns} FROM ${table} t WHERE t.store_id = $1 AND t.id = ANY($2)
        ORDER BY ${order.by} ${order.direction}, t.id ${order.direction}`,
    ),
  };
}
