import { commonPieces, type CommonPieces } from './rare-part';

// What is common among so many is common in the list; they are read in a fraction of a millisecond.
export const SAMPLE_SIZE = 200;

// How customers write their emails changes slowly, and a sample that is out of date makes a search slower, not wrong.
const FRESH_MS = 5 * 60_000;

// A few kilobytes each.
const MOST = 1_000;

interface Sampled {
  readonly common: Promise<CommonPieces>;
  readonly freshUntil: number;
}

/** What the texts of each searched list have in common, read anew every five minutes. */
export class SearchSamples {
  private readonly samples = new Map<string, Sampled>();

  constructor(private readonly now: () => number = () => performance.now()) {}

  /** `key` names the list and its store, `read` takes the sample of its texts. */
  find(key: string, read: () => Promise<readonly string[]>): Promise<CommonPieces> {
    const recent = this.samples.get(key);
    if (recent && recent.freshUntil > this.now()) return recent.common;
    if (this.samples.size >= MOST) this.samples.clear();
    const common = read().then(commonPieces);
    this.samples.set(key, { common, freshUntil: this.now() + FRESH_MS });
    common.catch(() => this.samples.delete(key));
    return common;
  }
}
