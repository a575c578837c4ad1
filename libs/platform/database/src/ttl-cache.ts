interface Entry<T> {
  readonly value: T;
  readonly at: number;
}

interface Bounds {
  readonly ttlMs: number;
  /** Entries at a time, for memory: the oldest goes first. */
  readonly most: number;
}

/**
 * Reads that are good for a while, counted from when they began, by a clock that nobody sets. What another process changes is seen
 * after that; what this one changes is seen at once, for it clears the cache: a read that began before is not stored after it.
 */
export class TtlCache<T> {
  private readonly entries = new Map<string, Entry<T>>();
  private readonly pending = new Map<string, Entry<Promise<T>>>();
  private clears = 0;

  constructor(private readonly bounds: Bounds) {}

  /** Another one after each `clear`: what was made of values of an older one is out of date. */
  get generation(): number {
    return this.clears;
  }

  /** What is stored and still good. */
  find(key: string): T | undefined {
    const entry = this.entries.get(key);
    return entry && this.isGood(entry) ? entry.value : undefined;
  }

  /** What is stored, or else read. Concurrent callers share one read, so a burst costs one. */
  get(key: string, read: () => Promise<T>): Promise<T> {
    const value = this.find(key);
    if (value !== undefined) return Promise.resolve(value);
    const begun = this.pending.get(key);
    if (begun && this.isGood(begun)) return begun.value;
    const entry = { value: this.load(key, read), at: performance.now() };
    this.pending.set(key, entry);
    const end = (): void => void (this.pending.get(key) === entry && this.pending.delete(key));
    entry.value.then(end, end);
    return entry.value;
  }

  /** Reads anew, on the caller's own connection, and stores what is worth it. A read that fails stores nothing. */
  async load(key: string, read: () => Promise<T>, isWorthIt: (value: T) => boolean = () => true): Promise<T> {
    const { generation } = this;
    const at = performance.now();
    const value = await read();
    if (generation !== this.generation) return value;
    this.entries.delete(key);
    if (isWorthIt(value)) this.store(key, { value, at });
    return value;
  }

  clear(): void {
    this.clears++;
    this.entries.clear();
    this.pending.clear();
  }

  private store(key: string, entry: Entry<T>): void {
    const [oldest] = this.entries.keys();
    if (this.entries.size >= this.bounds.most && oldest !== undefined) this.entries.delete(oldest);
    this.entries.set(key, entry);
  }

  private isGood({ at }: Entry<unknown>): boolean {
    return performance.now() - at < this.bounds.ttlMs;
  }
}
