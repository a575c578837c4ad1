import type { EntityManager } from 'typeorm';

/** One SQL statement with a name, so that each connection parses and plans it once. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

/** Names a statement; the name is unique in the program and says what the statement does. */
export function sql(name: string, text: string): Statement {
  return { name, text };
}

/** Whatever can run a statement: the pool (one statement, its own transaction) or a transaction. */
export interface Queryable {
  query<Row>(statement: Statement, values: readonly unknown[]): Promise<Row[]>;
  /** TypeORM's manager on the same connection, for plain reads and writes of entities. */
  readonly manager: EntityManager;
}

declare const inTransaction: unique symbol;

/** An open transaction. A function that takes one writes; whoever holds one never awaits a gateway. */
export interface Tx extends Queryable {
  readonly [inTransaction]: true;
}
