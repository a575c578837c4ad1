/** A change that had to happen found nothing to change: what was read under a lock was not so. The transaction is undone. */
class NothingChanged extends Error {
  override readonly name = 'NothingChanged';

  constructor(change: string) {
    super(`nothing was there for: ${change}`);
  }
}

/**
 * For a conditional change that must happen, because the locks that are held say so: `changed` is its row, or whether it found one.
 * @throws NothingChanged
 */
export function mustChange<T>(changed: T | null | undefined | false, change: string): T {
  if (changed === null || changed === undefined || changed === false) throw new NothingChanged(change);
  return changed;
}
