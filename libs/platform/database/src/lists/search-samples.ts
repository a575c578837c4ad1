import { commonPieces, type CommonPieces } from './rare-part';

// How customers write their emails changes slowly, and a sample that is out of date makes a search slower, not wrong.
const FRESH_MS = 5 * 60_000;

const NONE: CommonPieces = new Set();

interface Sampled {
  readonly common: Promise<CommonPieces>;
  readonly freshUntil: number;
}

/** What the texts of each searched index have in common, read anew every five minutes. */
export class SearchSamples {
  private readonly samples = new Map<string, Sampled>();

  constructor(private readonly now: () => number = () => performance.now()) {}

  /** `read` takes the sample of an index; where it fails, nothing is taken to be common, and searches are right without it. */
  find(index: string, read: () => Promise<readonly string[]>): Promise<CommonPieces> {
    const recent = this.samples.get(index);
    if (recent && recent.freshUntil > this.now()) return recent.common;
    const common = read().then(commonPieces, () => NONE);
    this.samples.set(index, { common, freshUntil: this.now() + FRESH_MS });
    return common;
  }
}
