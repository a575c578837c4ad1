import { sql, type Statement } from './tx';

/** How a list is to be ordered; nothing for the order in which things were made. */
interface Wanted<Field> {
  readonly field: Field;
  readonly descending: boolean;
}

/** A column with its table's name. One that may be null is last either way, which an index in its own order cannot serve. */
type Column = string | { readonly nullable: string };

/**
 * A list's statement in each order it can be asked for in: what a request names picks one of them, and is never SQL
 * itself. `columns` are the fields with their columns; ties, and a list in no order, go by id.
 */
export function sortable<Field extends string>(
  name: string,
  columns: Readonly<Record<Field, Column> & Record<'id', string>>,
  text: (order: string) => string,
): (wanted?: Wanted<Field>) => Statement {
  const statementBy = (field: Field | 'id', direction: 'ASC' | 'DESC'): Statement =>
    sql(
      `${name} by ${field} ${direction}`,
      text(`${inDirection(columns[field], direction)}, ${columns.id} ${direction}`),
    );
  const fields = Object.keys(columns) as (Field | 'id')[];
  const ascending = new Map(fields.map((field) => [field, statementBy(field, 'ASC')]));
  const descending = new Map(fields.map((field) => [field, statementBy(field, 'DESC')]));
  const unsorted = statementBy('id', 'ASC');
  return (wanted) => (wanted && (wanted.descending ? descending : ascending).get(wanted.field)) ?? unsorted;
}

function inDirection(column: Column, direction: 'ASC' | 'DESC'): string {
  return typeof column === 'string' ? `${column} ${direction}` : `${column.nullable} ${direction} NULLS LAST`;
}
