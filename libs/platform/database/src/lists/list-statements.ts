import type { PageStatements, SearchStatements } from './read-page';
import type { Order } from './sortable';
import { Statement } from '../connections/tx';

/** What a list shows. */
interface Shown {
  readonly name: string;
  readonly table: string;
  readonly columns: string;
}

interface Asked {
  readonly where: string;
  readonly those: readonly unknown[];
  readonly order: Order;
}

const idsOf = (table: string, { where, order }: Asked): string =>
  `SELECT t.store_id, t.id AS of_id, ${order.by} AS sorted_by FROM ${table} t WHERE ${where}`;

const inOrder = ({ direction }: Order): string => `ORDER BY sorted_by ${direction}, of_id ${direction}`;

const statement = (name: string, text: string): Statement => new Statement(name, text, 0, true);

/** The statements of a list that is asked for in one way. */
export function listStatements(
  { name, table, columns }: Shown,
  asked: Asked,
): Omit<PageStatements, 'search'> {
  const { where, those, order } = asked;
  const part = `${inOrder(order)} LIMIT $${those.length + 1} OFFSET $${those.length + 2}`;
  const shown = `JOIN ${table} t ON t.store_id = part.store_id AND t.id = of_id ${inOrder(order)}`;
  const ids = idsOf(table, asked);
  return {
    page: statement(`page of ${name}`, `SELECT ${columns} FROM (${ids} ${part}) part ${shown}`),
    // The planner does not know that what is sought may be far from where the order begins: of few, all are found and sorted.
    pageOfFew: statement(
      `page of few ${name}`,
      `WITH few AS MATERIALIZED (${ids}) SELECT ${columns} FROM (SELECT * FROM few ${part}) part ${shown}`,
    ),
    count: statement(`count ${name}`, `SELECT count(*)::int AS count FROM ${table} t WHERE ${where}`),
  };
}

/** Those of a list that is searched: what is found is counted, and the ids of a page taken of it, without being found twice. */
export function searchStatements({ name, table, columns }: Shown, asked: Asked): SearchStatements {
  const { those, order } = asked;
  const [limit, offset, most] = [1, 2, 3].map((n) => `$${those.length + n}`);
  return {
    those,
    find: statement(
      `find ${name}`,
      `WITH found AS MATERIALIZED (${idsOf(table, asked)} LIMIT ${most} + 1),
         counted AS (SELECT count(*)::int AS count FROM found)
       SELECT count, ARRAY(SELECT of_id FROM found ${inOrder(order)}
         LIMIT CASE WHEN count <= ${most} THEN ${limit} ELSE 0 END OFFSET ${offset}) AS ids FROM counted`,
    ),
    // By ids it is the same whatever was searched: one plan is good for all.
    rows: new Statement(
      `found ${name} by ${order.by} ${order.direction}`,
      `SELECT ${columns} FROM ${table} t WHERE t.store_id = $1 AND t.id = ANY($2)
        ORDER BY ${order.by} ${order.direction}, t.id ${order.direction}`,
    ),
  };
}
