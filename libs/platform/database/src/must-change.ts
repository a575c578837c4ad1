/** A change that must happen found no row: an assumption made under a lock was wrong. The transaction is rolled back. */
class NothingChanged extends Error {
  override readonly name = 'NothingChanged';

  constructor(change: string) {
    super(`nothing to change: ${change}`);
  }
}

/**
 * For a conditional change that must succeed because its rows are locked: `changed` is its row, or whether there was one.
 * @throws NothingChanged
 */
export function mustChange<T>(changed: T | null | undefined | false, change: string): T {
  if (changed === null || changed === undefined || changed === false) throw new NothingChanged(change);
  return changed;
}
