/** The five characters of an SQLSTATE, or '' where the error has none. */
export function sqlState(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
}

export function isUniqueViolation(error: unknown): boolean {
  return sqlState(error) === '23505';
}

// PostgreSQL, appendix A: run it again; too many connections; a standby; going down, crashed, starting; the line is cut.
const PASSING = /^(40001|40P01|53300|25006|57P0[123]|08...|ECONNREFUSED|ECONNRESET)$/;

/** Whether the database is well again by itself: nothing was written, and the same request can be sent once more. */
export function isPassing(error: unknown): boolean {
  return PASSING.test(sqlState(error));
}
