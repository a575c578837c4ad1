import { orderOf, type Columns, type Order, type Wanted } from './sortable';
import type { PageStatements } from './read-page';
import { Statement } from '../connections/tx';

/** A condition on the row, of the parameter that carries the filter's value; one without a parameter is asked for with `true`. */
type Condition = ((parameter: string) => string) | (() => string);

/** A list of rows of one store, in parts, narrowed and ordered as it is asked for. */
interface ListDefinition<Field extends string, Filter extends string> {
  readonly name: string;
  /** The table; its alias is `t`. It has a store_id and an id. */
  readonly table: string;
  /** What is read of the rows that are shown, and of no other. */
  readonly columns: string;
  readonly sort: Columns<Field>;
  /** Where no other order is asked for. */
  readonly otherwise?: Wanted<NoInfer<Field> | 'id'>;
  /** Of every row, e.g. that it is not deleted. */
  readonly always?: string;
  readonly filters: Readonly<Record<Filter, Condition>>;
  /** Those of the filters that look for a part of a text: what they find is counted up to a bound. */
  readonly searches?: readonly NoInfer<Filter>[];
}

/** What is asked for of a list: only filters with a value narrow it. */
type Narrowed<Filter extends string> = Readonly<Partial<Record<Filter, unknown>>>;

/** The statements of a list and their first values, for `readPage`. */
interface ListQuery {
  readonly statements: PageStatements;
  readonly those: readonly unknown[];
}

export interface List<Field extends string, Filter extends string> {
  readonly definition: ListDefinition<Field, Filter>;
  query(storeId: string, filters: Narrowed<Filter>, wanted?: Wanted<Field>): ListQuery;
}

const lists: List<string, string>[] = [];

/** All that are defined by the modules that are loaded: test/volume explains each filter and order. */
export function definedLists(): readonly List<string, string>[] {
  return lists;
}

/**
 * Puts a list's statements together of the filters that were asked for, and of no others, so that each combination can go by the
 * index that is best for it and its values. A page finds its ids first: rows that are skipped are never read whole.
 */
export function listOf<Field extends string, Filter extends string = never>(
  definition: ListDefinition<Field, Filter>,
): List<Field, Filter> {
  const list: List<Field, Filter> = {
    definition,
    query: (storeId, filters, wanted) => {
      const order = orderOf(definition.sort, wanted ?? definition.otherwise);
      const { where, those } = narrow(definition, storeId, filters);
      const isSearch = (definition.searches ?? []).some((search) => isAsked(filters[search]));
      const statements = statementsOf(definition, { where, order, next: those.length + 1 });
      return { statements: { ...statements, isSearch }, those };
    },
  };
  lists.push(list);
  return list;
}

function isAsked(value: unknown): boolean {
  return value !== undefined && value !== null && value !== false;
}

function narrow<Filter extends string>(
  { always, filters }: Pick<ListDefinition<string, Filter>, 'always' | 'filters'>,
  storeId: string,
  asked: Narrowed<Filter>,
): { where: string; those: unknown[] } {
  const those: unknown[] = [storeId];
  const conditions = ['t.store_id = $1', ...(always ? [always] : [])];
  for (const filter of (Object.keys(filters) as Filter[]).filter((name) => isAsked(asked[name]))) {
    const condition = filters[filter];
    if (condition.length > 0) those.push(asked[filter]);
    conditions.push(`(${condition(`$${those.length}`)})`);
  }
  return { where: conditions.join(' AND '), those };
}

/** `next` is the number of the first parameter behind those of the conditions. */
function statementsOf(
  { name, table, columns }: Pick<ListDefinition<string, string>, 'name' | 'table' | 'columns'>,
  { where, order, next }: { where: string; order: Order; next: number },
): PageStatements {
  const { by, direction } = order;
  const ids = `SELECT t.store_id, t.id AS of_id, ${by} AS sorted_by FROM ${table} t WHERE ${where}`;
  const part = `ORDER BY sorted_by ${direction}, of_id ${direction} LIMIT $${next} OFFSET $${next + 1}`;
  const shown = `JOIN ${table} t ON t.store_id = part.store_id AND t.id = of_id ORDER BY sorted_by ${direction}, of_id ${direction}`;
  const statement = (what: string, text: string): Statement =>
    new Statement(`${what} ${name}`, text, 0, true);
  return {
    page: statement('page of', `SELECT ${columns} FROM (${ids} ${part}) part ${shown}`),
    // The planner does not know that what is sought may be far from where the order begins: of few, all are found and sorted.
    pageOfFew: statement(
      'page of few',
      `WITH few AS MATERIALIZED (${ids}) SELECT ${columns} FROM (SELECT * FROM few ${part}) part ${shown}`,
    ),
    count: statement('count', `SELECT count(*)::int AS count FROM ${table} t WHERE ${where}`),
    countUpTo: statement(
      'count up to a bound',
      `SELECT count(*)::int AS count FROM (SELECT 1 FROM ${table} t WHERE ${where} LIMIT $${next}) found`,
    ),
  };
}
