import { keysOf } from '@tandem/objects';
import { sql, type Statement } from '../connections/tx';

/** The requested sort order; undefined for creation order. */
export interface SortOrder<Field> {
  readonly field: Field;
  readonly descending: boolean;
}

/**
 * The sortable fields, with their table-qualified columns. Nulls come last when ascending and first when descending: as in Medusa
 * and Spree, and as one index serves both.
 */
export type Columns<Field extends string> = Readonly<Record<Field | 'id', string>>;

type Direction = 'ASC' | 'DESC';

/**
 * A list's statement in each possible order: the request's field selects one and never becomes SQL. Ties, and a list without an
 * order, sort by id.
 */
export function sortable<Field extends string>(
  name: string,
  columns: Columns<Field>,
  text: (order: string) => string,
): (sort?: SortOrder<Field>) => Statement {
  const statementBy = (field: Field | 'id', direction: Direction): Statement =>
    sql(`${name} by ${field} ${direction}`, text(orderIn(columns, field, direction)));
  const fields = keysOf(columns);
  const ascending = new Map(fields.map((field) => [field, statementBy(field, 'ASC')]));
  const descending = new Map(fields.map((field) => [field, statementBy(field, 'DESC')]));
  const unsorted = statementBy('id', 'ASC');
  return (sort) => (sort && (sort.descending ? descending : ascending).get(sort.field)) ?? unsorted;
}

/** An order, in the parts that a statement needs. */
export interface Order {
  /** The column or expression to sort by. */
  readonly by: string;
  readonly direction: Direction;
}

/** By id if nothing, or an unknown field, is requested. */
export function orderOf<Field extends string>(
  columns: Columns<Field>,
  sort: SortOrder<Field | 'id'> = { field: 'id', descending: false },
): Order {
  const field = Object.hasOwn(columns, sort.field) ? sort.field : 'id';
  return { by: columns[field], direction: field === sort.field && sort.descending ? 'DESC' : 'ASC' };
}

function orderIn<Field extends string>(
  columns: Columns<Field>,
  field: Field | 'id',
  direction: Direction,
): string {
  return `${columns[field]} ${direction}, ${columns.id} ${direction}`;
}
