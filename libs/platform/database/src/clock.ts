/**
 * The transaction's time as a table to join: a distributed Postgres refuses now() inside CASE and COALESCE of an UPDATE
 * (test/statements), because each node would use its own.
 */
export const CLOCK = '(SELECT now() AS now) clock';
