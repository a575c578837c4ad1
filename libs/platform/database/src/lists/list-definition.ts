import type { Columns, Wanted } from './sortable';

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
