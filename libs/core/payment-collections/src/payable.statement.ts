/**
 * `payable` of `dueOf` as SQL, for an open order with this one collection. Creating a session is one statement, which cannot call the
 * function (docs/adr/0003); a test checks that both agree.
 */
export function payableOf(collection: string): string {
  const column = (name: string): string => `${collection}.${name}`;
  const covered = `${column('authorized')} - ${column('canceled')} - ${column('refunded')}`;
  return `(${column('amount')} - (${covered}) - ${column('reserved')})`;
}
