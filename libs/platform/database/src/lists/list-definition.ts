import type { Columns, SortOrder } from './sortable';

/**
 * A SQL condition on the row, given the parameter of the filter's value; a filter without a parameter is requested with `true`.
 */
type Condition = ((parameter: string) => string) | (() => string);

/** The expressions that a text search compares, in lower case. */
export interface Searched {
  readonly text: string;
  /** The expression of the trigram index; contains all of `text`. */
  readonly indexed: string;
  /** The index's name; omitted for a short list, which needs none. */
  readonly index?: string;
}

/** A paged list of one store's rows, with filters and sort orders. */
export interface ListDefinition<Field extends string, Filter extends string, Search extends string> {
  readonly name: string;
  /** The table, with alias `t`. It has a store_id and an id. */
  readonly table: string;
  /** The columns to read, for the rows of the page only. */
  readonly columns: string;
  readonly sort: Columns<Field>;
  /** The default sort order. */
  readonly defaultSort?: SortOrder<NoInfer<Field> | 'id'>;
  /** A condition on every row, e.g. not deleted. */
  readonly always?: string;
  readonly filters: Readonly<Record<Filter, Condition>>;
  /** Text searches; their results are counted up to a limit. */
  readonly searches?: Readonly<Record<Search, Searched>>;
}

/** The requested filters: only those with a value apply. */
export type Narrowed<Filter extends string> = Readonly<Partial<Record<Filter, unknown>>>;

/** The part of each search text to look up in the index; omitted: all of it. */
export type IndexedParts<Search extends string> = Readonly<Partial<Record<Search, string>>>;
