/** Timeouts for Postgres, in milliseconds. docs/bounds.md lists all bounds of the server. */
export interface Bounds {
  /** To get a connection: a free one of the pool, or a new one. */
  readonly connectMs: number;
  /** For the response to a query, including COMMIT. After it the connection is closed, and the outcome of a COMMIT is unknown. */
  readonly queryTimeoutMs: number;
  /** Of one statement, enforced by Postgres (statement_timeout). */
  readonly statementMs: number;
  /** Of a statement waiting for a lock, enforced by Postgres (lock_timeout). */
  readonly lockMs: number;
  /** How long a transaction queues for a row that other transactions of this process use; it uses no connection meanwhile. */
  readonly rowQueueMs: number;
  /** Of the whole health check. */
  readonly readyMs: number;
  /** How long the server is not ready after Postgres reported a full disk or memory, which reads cannot detect. */
  readonly fullMs: number;
}

// A transaction only talks to the database, so an idle one belongs to a stalled process: its locks are released for the process
// that takes over.
export const IDLE_IN_TRANSACTION_MS = 5000;

// An idle connection is probed after this time, and closed by the kernel without a response: a firewall drops connections
// silently.
export const KEEP_ALIVE_MS = 10_000;

// Health checks usually time out after two seconds.
const READY_MS = 1500;

/** All bounds derive from the query timeout. */
export function boundsOf(queryTimeoutMs: number): Bounds {
  return {
    connectMs: queryTimeoutMs,
    queryTimeoutMs,
    // Below the client's own timeout, so that a statement that is only slow does not cost a connection.
    statementMs: Math.ceil(queryTimeoutMs * 0.75),
    // Below the statement's timeout, so that a locked row is distinguished from a slow statement.
    lockMs: Math.ceil(queryTimeoutMs / 2),
    // About as long as a repeated request waits for the first (10 s).
    rowQueueMs: queryTimeoutMs * 2,
    readyMs: READY_MS,
    fullMs: queryTimeoutMs,
  };
}
