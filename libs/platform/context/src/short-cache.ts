// What changes in another process is seen within this time.
const FRESH_FOR_MS = 1000;

interface Entry<T> {
  readonly value: Promise<T>;
  readonly at: number;
}

/** Reads that are good for a second. Whoever asks for the same meanwhile gets the same promise, so a burst costs one read. */
export class ShortCache<T> {
  private readonly entries = new Map<string, Entry<T>>();

  /** `most` entries at a time: a bound, for memory. */
  constructor(private readonly most: number) {}

  get(key: string, read: () => Promise<T>): Promise<T> {
    const known = this.entries.get(key);
    // Counted from when the read began, by a clock that nobody sets.
    if (known && performance.now() - known.at < FRESH_FOR_MS) return known.value;
    if (this.entries.size >= this.most) this.entries.clear();
    const entry = { value: read(), at: performance.now() };
    this.entries.set(key, entry);
    // A database that failed once must not fail for a second.
    entry.value.catch(() => this.entries.get(key) === entry && this.entries.delete(key));
    return entry.value;
  }
}
