/**
 * What another session may authorize of a collection, as SQL: `payable` of `dueOf`, for an open order with this one
 * collection. The session's one statement cannot ask the function (docs/adr/0003); a test holds the two together.
 */
export function payableOf(collection: string): string {
  const column = (name: string): string => `${collection}.${name}`;
  const covered = `${column('authorized')} - ${column('canceled')} - ${column('refunded')}`;
  return `(${column('amount')} - (${covered}) - ${column('reserved')})`;
}
