/**
 * The time of the transaction as a source to join: a distributed Postgres refuses now() itself inside CASE and COALESCE of an UPDATE
 * (test/statements), for it would be each node's own.
 */
export const CLOCK = '(SELECT now() AS now) clock';
