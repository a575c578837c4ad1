import { DatabaseError } from 'pg';
import { errorCode } from '@tandem/files';
import { CommitUnknown, RowLocked } from './database.errors';

export function isUniqueViolation(error: unknown): boolean {
  return errorCode(error) === '23505';
}

// node-postgres gives these errors no code (pg 8.23, pg-pool 3.15).
const LOST =
  /^(Connection terminated|Query read timeout|timeout exceeded when trying to connect|timeout expired|Client (has encountered a connection error|was closed)|Cannot use a pool after calling end)/;

const SOCKET = /^(E(CONN(REFUSED|RESET|ABORTED)|PIPE|TIMEDOUT|HOSTUNREACH|HOSTDOWN|NETUNREACH)|EAI_AGAIN)$/;

// PostgreSQL, appendix A: connection exceptions; shut down, crashed, starting; session or transaction timeout.
const ENDED = /^(08...|57P0[1235]|25P0[34]|40003)$/;

/** Whether the connection is lost, or no response will come: the last statement may have been executed. */
export function isConnectionLost(error: unknown): boolean {
  const code = errorCode(error);
  if (SOCKET.test(code) || ENDED.test(code)) return true;
  return error instanceof Error && LOST.test(error.message);
}

// PostgreSQL, appendix A: serialization failure; deadlock; canceled (statement_timeout); out of disk, memory or connections;
// lock_timeout; a standby that is not promoted yet.
const TRANSIENT = /^(40001|40P01|57014|53[123]00|55P03|25006)$/;

/**
 * Whether the database recovers by itself, so that the request can be retried. The failed transaction wrote nothing (unless it is
 * a CommitUnknown); an earlier one of the same request, such as a reservation, stays committed.
 */
export function isTransientDbError(error: unknown): boolean {
  if (error instanceof CommitUnknown || error instanceof RowLocked) return true;
  return TRANSIENT.test(errorCode(error)) || isConnectionLost(error);
}

/** Whether Postgres itself refused the statement: nothing was written. */
export function wasRolledBack(error: unknown): boolean {
  return error instanceof DatabaseError && !isConnectionLost(error);
}

/** Whether Postgres is out of disk or memory; it can still read. */
export function isFull(error: unknown): boolean {
  return /^53[12]00$/.test(errorCode(error));
}
