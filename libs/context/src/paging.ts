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
