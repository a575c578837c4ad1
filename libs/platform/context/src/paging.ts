/** The requested page of a list. */
export interface Paging {
  /** Maximum number of items. */
  readonly limit: number;
  /** Number of items to skip. */
  readonly offset: number;
}

/** One page of a list, and the total count. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly count: number;
}

/** Sort order of a list, by one of its sortable fields. */
export interface Sort<Field extends string> {
  readonly field: Field;
  readonly descending: boolean;
}

/** The requested page and sort order; by creation order when no sort is given. */
export interface PageRequest<Field extends string> {
  readonly paging: Paging;
  readonly sort?: Sort<Field>;
}

/** A time range; a missing bound is open. */
export interface TimeRange {
  /** Exclusive lower bound. */
  readonly after?: Date;
  /** Inclusive lower bound. */
  readonly from?: Date;
  /** Exclusive upper bound. */
  readonly before?: Date;
  /** Inclusive upper bound. */
  readonly to?: Date;
}

/**
 * The range as [inclusive start, exclusive end], null where open. Responses show times to the millisecond but the database stores
 * microseconds, so "after" a shown time starts at the next millisecond.
 */
export function boundsOf({ after, from, before, to }: TimeRange = {}): [Date | null, Date | null] {
  const starts = [from, nextMillisecond(after)].filter((at) => at !== undefined);
  const ends = [before, nextMillisecond(to)].filter((at) => at !== undefined);
  return [
    starts.length > 0 ? new Date(Math.max(...starts.map(Number))) : null,
    ends.length > 0 ? new Date(Math.min(...ends.map(Number))) : null,
  ];
}

function nextMillisecond(at: Date | undefined): Date | undefined {
  return at && new Date(at.getTime() + 1);
}
