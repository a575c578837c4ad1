import { indexedParts } from './indexed-parts';
import type { IndexedParts, ListDefinition, Narrowed } from './list-definition';
import { listStatements, searchStatements } from './list-statements';
import { isSearched, whereOf } from './list-where';
import { readPage, type PageStatements, type Part } from './read-page';
import { orderOf, type SortOrder } from './sortable';
import type { Queryable } from '../connections/tx';

/** The statements of a list and their first parameters, for `readPage`. */
interface ListQuery {
  readonly statements: PageStatements;
  readonly condition: readonly unknown[];
}

/** The requested rows of a list. */
interface Requested<Field extends string, Filter extends string> {
  readonly storeId: string;
  readonly filters: Narrowed<Filter>;
  readonly sort?: SortOrder<Field>;
}

export interface List<Field extends string, Filter extends string, Search extends string = never> {
  readonly definition: ListDefinition<Field, Filter, Search>;
  /** One page, and the total count. */
  read<Row>(
    on: Queryable,
    requested: Requested<Field, Filter | Search>,
    part: Part,
  ): Promise<{ items: Row[]; count: number }>;
  query(
    storeId: string,
    filters: Narrowed<Filter | Search>,
    sort?: SortOrder<Field>,
    parts?: IndexedParts<Search>,
  ): ListQuery;
}

const lists: List<string, string, string>[] = [];

/** All lists of the loaded modules: test/volume explains each filter and order. */
export function definedLists(): readonly List<string, string, string>[] {
  return lists;
}

/**
 * Builds a list's statements with only the requested filters, so that each combination can use its best index. A page finds its
 * ids first, so that skipped rows are never read whole.
 */
export function listOf<Field extends string, Filter extends string = never, Search extends string = never>(
  definition: ListDefinition<Field, Filter, Search>,
): List<Field, Filter, Search> {
  const list: List<Field, Filter, Search> = {
    definition,
    async read<Row>(on: Queryable, requested: Requested<Field, Filter | Search>, part: Part) {
      const { storeId, filters, sort } = requested;
      const parts = await indexedParts(on, definition.searches, filters);
      const { statements, condition } = list.query(storeId, filters, sort, parts);
      return readPage<Row>(on, statements, condition, part);
    },
    query: (storeId, filters, sort, parts) => {
      const order = orderOf(definition.sort, sort ?? definition.defaultSort);
      const requested = whereOf(definition, { storeId, filters });
      const statements = listStatements(definition, { ...requested, order });
      if (!isSearched(definition, filters)) return { statements, condition: requested.condition };
      const found = whereOf(definition, { storeId, filters, parts });
      const search = searchStatements(definition, { ...found, order });
      return { statements: { ...statements, search }, condition: requested.condition };
    },
  };
  lists.push(list);
  return list;
}
