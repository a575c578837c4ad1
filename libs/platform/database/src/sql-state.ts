import { errorCode } from '@tandem/files';
import { CommitUnknown, RowBusy } from './database.errors';

export function isUniqueViolation(error: unknown): boolean {
  return errorCode(error) === '23505';
}

// node-postgres gives these no code (pg 8.23, pg-pool 3.15).
const LOST =
  /^(Connection terminated|Query read timeout|timeout exceeded when trying to connect|timeout expired|Client (has encountered a connection error|was closed)|Cannot use a pool after calling end)/;

const SOCKET = /^(E(CONN(REFUSED|RESET|ABORTED)|PIPE|TIMEDOUT|HOSTUNREACH|HOSTDOWN|NETUNREACH)|EAI_AGAIN)$/;

// PostgreSQL, appendix A: connection exceptions; shut down, crashed, starting; the session or transaction was timed out.
const ENDED = /^(08...|57P0[1235]|25P0[34]|40003)$/;

/** Whether the connection is gone, or its answer will not come: what was sent last may have been carried out. */
export function isConnectionLost(error: unknown): boolean {
  const code = errorCode(error);
  if (SOCKET.test(code) || ENDED.test(code)) return true;
  return error instanceof Error && LOST.test(error.message);
}

// PostgreSQL, appendix A: run it again; a deadlock; canceled (statement_timeout); disk, memory or connections are used up; lock_timeout;
// a standby that was not promoted yet.
const TRANSIENT = /^(40001|40P01|57014|53[123]00|55P03|25006)$/;

/**
 * Whether the database recovers by itself, so that the same request can be sent again. The transaction that failed wrote nothing
 * (unless it is a CommitUnknown); an earlier one of the same request, such as a reservation, stays committed.
 */
export function isTransientDbError(error: unknown): boolean {
  if (error instanceof CommitUnknown || error instanceof RowBusy) return true;
  return TRANSIENT.test(errorCode(error)) || isConnectionLost(error);
}

/** Whether Postgres has no disk or memory left: it still reads. */
export function isFull(error: unknown): boolean {
  return /^53[12]00$/.test(errorCode(error));
}
