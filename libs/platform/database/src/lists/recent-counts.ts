// A list that is longer is counted by walking a long index: 30 ms for 300,000 rows.
export const LONG_LIST = 50_000;

// As often as a person looks again, and seldom enough that counting is a small part of what a busy list costs.
const FRESH_MS = 5_000;

// Each set of filters has a count of its own.
const MOST = 1_000;

interface Counted {
  readonly count: number;
  readonly freshUntil: number;
}

/**
 * How long the long lists are, remembered for five seconds: every count up to the bound is exact, a longer list's was exact at most
 * five seconds ago. See docs/adr/0024-as-a-shop-grows.md.
 */
export class RecentCounts {
  private readonly counts = new Map<string, Counted>();

  constructor(private readonly now: () => number = () => performance.now()) {}

  /** `key` names the list with its filters; what counts more than `long` is remembered. */
  async find(key: string, long: number, count: () => Promise<number>): Promise<number> {
    const recent = this.counts.get(key);
    if (recent && recent.freshUntil > this.now()) return recent.count;
    const counted = await count();
    this.counts.delete(key);
    if (counted > long) this.remember(key, counted);
    return counted;
  }

  private remember(key: string, count: number): void {
    const [oldest] = this.counts.keys();
    if (this.counts.size >= MOST && oldest !== undefined) this.counts.delete(oldest);
    this.counts.set(key, { count, freshUntil: this.now() + FRESH_MS });
  }
}
