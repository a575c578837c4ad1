import { indexedParts } from './indexed-parts';
import { listStatements, searchStatements } from './list-statements';
import { isSearched, whereOf } from './list-where';
import { readPage, type PageStatements, type Part } from './read-page';
import { orderOf, type Columns, type Wanted } from './sortable';
import type { Queryable } from '../connections/tx';

/** A condition on the row, of the parameter that carries the filter's value; one without a parameter is asked for with `true`. */
type Condition = ((parameter: string) => string) | (() => string);

/** What a search for a part of a text looks at: expressions in lower case. */
export interface Searched {
  readonly text: string;
  /** What a trigram index is on; has all of `text` in it. */
  readonly indexed: string;
  /** The name of that index; left out for a short list, which needs none. */
  readonly index?: string;
}

/** A list of rows of one store, in parts, narrowed and ordered as it is asked for. */
export interface ListDefinition<Field extends string, Filter extends string, Search extends string> {
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
  /** Filters for rows with a part of a text: what they find is counted up to a bound. */
  readonly searches?: Readonly<Record<Search, Searched>>;
}

/** What is asked for of a list: only filters with a value narrow it. */
export type Narrowed<Filter extends string> = Readonly<Partial<Record<Filter, unknown>>>;

/** Of a search, the part of its text that the index is asked for; left out: all of it. */
export type IndexedParts<Search extends string> = Readonly<Partial<Record<Search, string>>>;

/** The statements of a list and their first values, for `readPage`. */
interface ListQuery {
  readonly statements: PageStatements;
  readonly those: readonly unknown[];
}

/** Which rows of a list are asked for. */
interface Asked<Field extends string, Filter extends string> {
  readonly storeId: string;
  readonly filters: Narrowed<Filter>;
  readonly sort?: Wanted<Field>;
}

export interface List<Field extends string, Filter extends string, Search extends string = never> {
  readonly definition: ListDefinition<Field, Filter, Search>;
  /** A part of it, and how many there are in all. */
  read<Row>(
    on: Queryable,
    asked: Asked<Field, Filter | Search>,
    part: Part,
  ): Promise<{ items: Row[]; count: number }>;
  query(
    storeId: string,
    filters: Narrowed<Filter | Search>,
    wanted?: Wanted<Field>,
    parts?: IndexedParts<Search>,
  ): ListQuery;
}

const lists: List<string, string, string>[] = [];

/** All that are defined by the modules that are loaded: test/volume explains each filter and order. */
export function definedLists(): readonly List<string, string, string>[] {
  return lists;
}

/**
 * Puts a list's statements together of the filters that were asked for, and of no others, so that each combination can go by the
 * index that is best for it and its values. A page finds its ids first: rows that are skipped are never read whole.
 */
export function listOf<Field extends string, Filter extends string = never, Search extends string = never>(
  definition: ListDefinition<Field, Filter, Search>,
): List<Field, Filter, Search> {
  const list: List<Field, Filter, Search> = {
    definition,
    async read<Row>(on: Queryable, asked: Asked<Field, Filter | Search>, part: Part) {
      const { storeId, filters, sort } = asked;
      const parts = await indexedParts(on, definition.searches, filters);
      const { statements, those } = list.query(storeId, filters, sort, parts);
      return readPage<Row>(on, statements, those, part);
    },
    query: (storeId, filters, wanted, parts) => {
      const order = orderOf(definition.sort, wanted ?? definition.otherwise);
      const asked = whereOf(definition, { storeId, filters });
      const statements = listStatements(definition, { ...asked, order });
      if (!isSearched(definition, filters)) return { statements, those: asked.those };
      const found = whereOf(definition, { storeId, filters, parts });
      const search = searchStatements(definition, { ...found, order });
      return { statements: { ...statements, search }, those: asked.those };
    },
  };
  lists.push(list);
  return list;
}
