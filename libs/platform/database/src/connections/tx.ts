import type { CommonTrigrams } from '../lists/rare-part';
import type { TtlCache } from '../ttl-cache';

/** A named SQL statement, parsed and planned once per connection. */
export class Statement {
  // A class, not an interface, so that only sql() and lists create one: test/statements sees them all.
  protected readonly isNamed = true;
  /** Whether it changes rows; locking them is no change. */
  readonly writes: boolean;

  constructor(
    readonly name: string,
    readonly text: string,
    /** For a statement that may wait for a locked row: how many of its first parameters identify the row (store and id). */
    readonly waitsForRow = 0,
    /** Planned on each run for its values; never prepared. */
    readonly isPlannedEachTime = false,
  ) {
    this.writes = /\b(INSERT|UPDATE|DELETE|MERGE)\b/i.test(text.replaceAll(/\bFOR (NO KEY )?UPDATE\b/gi, ''));
  }
}

const named = new Map<string, Statement>();

const LOCKS_ROW = /\bFOR (NO KEY )?UPDATE\s*$/;

/** Defines a named statement. The name is unique in the program and describes the statement. */
export function sql(name: string, text: string, waitsForRow = LOCKS_ROW.test(text) ? 2 : 0): Statement {
  const statement = new Statement(name, text, waitsForRow);
  if ((named.get(name)?.text ?? text) !== text) throw new Error(`two statements are named "${name}"`);
  named.set(name, statement);
  return statement;
}

/** All statements of the loaded modules: test/volume explains each. */
export function namedStatements(): Statement[] {
  return [...named.values()];
}

/** Runs statements: the pool (each in its own transaction) or a transaction. */
export interface Queryable {
  query<Row>(statement: Statement, values: readonly unknown[]): Promise<Row[]>;
  /** Cached counts of long lists; undefined in a transaction, which counts what it sees. */
  readonly recentCounts?: TtlCache<number>;
  /** Cached trigram statistics of searched lists; undefined in a transaction. */
  readonly searchSamples?: TtlCache<CommonTrigrams>;
}

/** Only Database creates a Tx. */
export const inTransaction: unique symbol = Symbol('in a transaction');

/** An open transaction. A function that takes one writes; its caller must not await a gateway. */
export interface Tx extends Queryable {
  readonly [inTransaction]: true;
  /** Registers a side effect outside the database, such as a log line; runs once, after the commit. */
  afterCommit(effect: () => void): void;
}
