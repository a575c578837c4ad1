interface Entry<T> {
  readonly value: T;
  readonly at: number;
  isRefreshed?: boolean;
}

interface Bounds {
  readonly ttlMs: number;
  /** Maximum number of entries; the oldest is dropped first. */
  readonly maxEntries: number;
}

/**
 * Caches reads for a while, from their start, by a monotonic clock. Changes by another process are visible after that; changes by
 * this process at once, because it clears the cache: a read that began before is not stored after it.
 */
export class TtlCache<T> {
  private readonly entries = new Map<string, Entry<T>>();
  private readonly pending = new Map<string, Entry<Promise<T>>>();
  private clears = 0;

  constructor(private readonly bounds: Bounds) {}

  /** Changes with each `clear`, so that values derived from older ones can be recognized as outdated. */
  get generation(): number {
    return this.clears;
  }

  /** The cached value, if still fresh. */
  peek(key: string): T | undefined {
    const entry = this.entries.get(key);
    return entry && this.isFresh(entry) ? entry.value : undefined;
  }

  /**
   * True for one caller per value, once half of its time is over: if that caller reads it again, the others need not do so all at
   * once when it expires.
   */
  mustRefresh(key: string): boolean {
    const entry = this.entries.get(key);
    if (!entry || entry.isRefreshed || performance.now() - entry.at < this.bounds.ttlMs / 2) return false;
    entry.isRefreshed = true;
    return true;
  }

  /** The cached value, or a new read. Concurrent callers share one read. */
  get(key: string, read: () => Promise<T>): Promise<T> {
    const value = this.peek(key);
    if (value !== undefined) return Promise.resolve(value);
    const begun = this.pending.get(key);
    if (begun && this.isFresh(begun)) return begun.value;
    const entry = { value: this.load(key, read), at: performance.now() };
    this.pending.set(key, entry);
    const end = (): void => void (this.pending.get(key) === entry && this.pending.delete(key));
    entry.value.then(end, end);
    return entry.value;
  }

  /** Reads again, on the caller's own connection, and caches the value if accepted. A failed read caches nothing. */
  async load(key: string, read: () => Promise<T>, mayStore: (value: T) => boolean = () => true): Promise<T> {
    const { generation } = this;
    const at = performance.now();
    const value = await read();
    if (generation !== this.generation) return value;
    this.entries.delete(key);
    if (mayStore(value)) this.set(key, { value, at });
    return value;
  }

  clear(): void {
    this.clears++;
    this.entries.clear();
    this.pending.clear();
  }

  private set(key: string, entry: Entry<T>): void {
    const [oldest] = this.entries.keys();
    if (this.entries.size >= this.bounds.maxEntries && oldest !== undefined) this.entries.delete(oldest);
    this.entries.set(key, entry);
  }

  private isFresh({ at }: Entry<unknown>): boolean {
    return performance.now() - at < this.bounds.ttlMs;
  }
}
