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

/** Which part of a list is asked for, and in what order; in the order of making where none is named. */
export interface PageAsked<Field extends string> {
  readonly paging: Paging;
  readonly sort?: Sort<Field>;
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

/**
 * The first moment in the range and the first after it, null where it is open. What an answer shows of a time ends at the
 * millisecond, and the database keeps more: "later than" what was shown begins with the next one.
 */
export function boundsOf({ after, from, before, to }: TimeRange = {}): [Date | null, Date | null] {
  const starts = [from, next(after)].filter((at) => at !== undefined);
  const ends = [before, next(to)].filter((at) => at !== undefined);
  return [
    starts.length > 0 ? new Date(Math.max(...starts.map(Number))) : null,
    ends.length > 0 ? new Date(Math.min(...ends.map(Number))) : null,
  ];
}

function next(at: Date | undefined): Date | undefined {
  return at && new Date(at.getTime() + 1);
}
