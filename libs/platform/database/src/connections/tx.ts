import type { CommonPieces } from '../lists/rare-part';
import type { TtlCache } from '../ttl-cache';

/** One SQL statement with a name, so that each connection parses and plans it once. */
export class Statement {
  // A class, and not an interface, so that one is made here or by a list and nowhere else: test/statements sees them all.
  protected readonly isNamed = true;

  constructor(
    readonly name: string,
    readonly text: string,
    /** It waits for a row that others may have locked: so many of its first values name it, a store and an id. */
    readonly waitsForRow = 0,
    /** Planned at each run, for its values; a connection keeps nothing of it. */
    readonly isPlannedEachTime = false,
  ) {}
}

const named = new Map<string, Statement>();

const LOCKS_A_ROW = /\bFOR (NO KEY )?UPDATE\s*$/;

/** Names a statement; the name is unique in the program and says what the statement does. */
export function sql(name: string, text: string, waitsForRow = LOCKS_A_ROW.test(text) ? 2 : 0): Statement {
  const statement = new Statement(name, text, waitsForRow);
  if ((named.get(name)?.text ?? text) !== text) throw new Error(`two statements are named "${name}"`);
  named.set(name, statement);
  return statement;
}

/** All that were named by the modules that are loaded: test/volume explains each. */
export function namedStatements(): Statement[] {
  return [...named.values()];
}

/** Whatever can run a statement: the pool (one statement, its own transaction) or a transaction. */
export interface Queryable {
  query<Row>(statement: Statement, values: readonly unknown[]): Promise<Row[]>;
  /** Counts of long lists; none in a transaction, which counts what it sees. */
  readonly recentCounts?: TtlCache<number>;
  /** What searched lists have in common; none in a transaction either. */
  readonly searchSamples?: TtlCache<CommonPieces>;
}

/** Only Database, which opens one, makes a Tx. */
export const inTransaction: unique symbol = Symbol('in a transaction');

/** An open transaction. A function that takes one writes; whoever holds one never awaits a gateway. */
export interface Tx extends Queryable {
  readonly [inTransaction]: true;
  /** What is to happen outside of the database, e.g. a line of the log: once, when the transaction has committed. */
  afterCommit(effect: () => void): void;
}
