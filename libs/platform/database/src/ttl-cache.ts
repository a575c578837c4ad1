interface Entry<T> {
  readonly value: T;
  readonly at: number;
}

interface Bounds {
  readonly ttlMs: number;
  /** The age from which `peekAndRenew` reads a value again; left out: never. */
  readonly renewAfterMs?: number;
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
  private readonly renewing = new Set<string>();
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
   * The cached value, if still fresh. When it is about to expire, the first caller reads it again in the background, so that under
   * load nobody waits and only one reads. If that fails, the value expires.
   */
  peekAndRenew(key: string, read: () => Promise<T>, mayStore: (value: T) => boolean): T | undefined {
    const value = this.peek(key);
    if (value === undefined || this.renewing.has(key) || !this.isAging(key)) return value;
    this.renewing.add(key);
    const end = (): void => void this.renewing.delete(key);
    this.load(key, read, mayStore).then(end, end);
    return value;
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

  private isAging(key: string): boolean {
    const { renewAfterMs = Infinity } = this.bounds;
    const entry = this.entries.get(key);
    return entry !== undefined && performance.now() - entry.at >= renewAfterMs;
  }

  private isFresh({ at }: Entry<unknown>): boolean {
    return performance.now() - at < this.bounds.ttlMs;
  }
}
