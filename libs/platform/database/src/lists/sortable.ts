import { keysOf } from '@tandem/objects';
import { sql, type Statement } from '../connections/tx';

/** How a list is to be ordered; nothing for the order in which things were made. */
export interface Wanted<Field> {
  readonly field: Field;
  readonly descending: boolean;
}

/**
 * The fields a list can be ordered by, with their columns, each with its table's name. What is null comes last, and first where
 * the order is turned: as in Medusa and Spree, and as an index can serve it both ways.
 */
export type Columns<Field extends string> = Readonly<Record<Field | 'id', string>>;

type Direction = 'ASC' | 'DESC';

/**
 * A list's statement in each order it can be asked for in: what a request names picks one of them, and is never SQL
 * itself. `columns` are the fields with their columns; ties, and a list in no order, go by id.
 */
export function sortable<Field extends string>(
  name: string,
  columns: Columns<Field>,
  text: (order: string) => string,
): (wanted?: Wanted<Field>) => Statement {
  const statementBy = (field: Field | 'id', direction: Direction): Statement =>
    sql(`${name} by ${field} ${direction}`, text(orderIn(columns, field, direction)));
  const fields = keysOf(columns);
  const ascending = new Map(fields.map((field) => [field, statementBy(field, 'ASC')]));
  const descending = new Map(fields.map((field) => [field, statementBy(field, 'DESC')]));
  const unsorted = statementBy('id', 'ASC');
  return (wanted) => (wanted && (wanted.descending ? descending : ascending).get(wanted.field)) ?? unsorted;
}

/** An order, in the parts that a statement is put together of. */
export interface Order {
  /** The column or expression it goes by. */
  readonly by: string;
  readonly direction: Direction;
}

/** By id where nothing is asked for, or what is no field. */
export function orderOf<Field extends string>(
  columns: Columns<Field>,
  wanted: Wanted<Field | 'id'> = { field: 'id', descending: false },
): Order {
  const field = Object.hasOwn(columns, wanted.field) ? wanted.field : 'id';
  return { by: columns[field], direction: field === wanted.field && wanted.descending ? 'DESC' : 'ASC' };
}

function orderIn<Field extends string>(
  columns: Columns<Field>,
  field: Field | 'id',
  direction: Direction,
): string {
  return `${columns[field]} ${direction}, ${columns.id} ${direction}`;
}
