/** The same numbers for the same seed (mulberry32). */
export function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** A seed, printed so that a run can be repeated. */
export class Random {
  private readonly below: (below: number) => number;

  constructor(seed: number) {
    this.below = randomFrom(seed);
  }

  chance(percent: number): boolean {
    return this.below(100) < percent;
  }

  /** An integer from `from` to `to`. */
  whole(from: number, to: number): number {
    return from + this.below(to - from + 1);
  }

  one<T>(of: readonly [T, ...T[]]): T {
    return of[this.below(of.length)] ?? of[0];
  }
}
