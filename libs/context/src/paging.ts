/** A part of a list that is asked for. */
export interface Paging {
  /** At most this many. */
  readonly limit: number;
  /** After this many. */
  readonly offset: number;
}

/** A part of a list, with how many there are in all. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly count: number;
}

/** The order of a list, by one of the fields it can be ordered by. */
export interface Sort<Field extends string> {
  readonly field: Field;
  readonly descending: boolean;
}

/** A stretch of time, open where a bound is left out. */
export interface TimeRange {
  /** Later than this. */
  readonly after?: Date;
  /** At this, or later. */
  readonly from?: Date;
  /** Earlier than this. */
  readonly before?: Date;
  /** At this, or earlier. */
  readonly to?: Date;
}
