/** How long each wait for Postgres may last, in milliseconds. docs/bounds.md lists every bound of the server. */
export interface Bounds {
  /** For a connection: a free one of the pool, or a new one. */
  readonly connectMs: number;
  /** For the answer to what was sent, a COMMIT too. Past it the connection is closed, and a COMMIT is unknown. */
  readonly answerMs: number;
  /** Of one statement, counted by Postgres (statement_timeout). */
  readonly statementMs: number;
  /** Of a statement for a lock, counted by Postgres (lock_timeout). */
  readonly lockMs: number;
  /** Of a transaction for its turn at a row that several of this process wait for; it holds no connection meanwhile. */
  readonly rowQueueMs: number;
  /** Of the health check for all it looks at. */
  readonly readyMs: number;
  /** For so long after Postgres said that its disk or memory is full, the server is not ready: reading, it cannot tell. */
  readonly fullMs: number;
}

// Every statement goes by an index and takes milliseconds. Four seconds leave room for a checkpoint or a fail-over, and a client
// still has its 503 within five.
export const DEFAULT_ANSWER_MS = 4000;

// A transaction does nothing but talk to the database, so one that idles belongs to a process that stalled: its locks are let go for
// whoever takes its work over.
export const IDLE_IN_TRANSACTION_MS = 5000;

// A connection that idles is probed after this, and closed by the kernel when nobody answers: a firewall forgets without a word.
export const KEEP_ALIVE_MS = 10_000;

// Whoever asks for the health gives up after two seconds.
const READY_MS = 1500;

/** All of them follow from how long an answer may take. */
export function boundsOf(answerMs: number): Bounds {
  return {
    connectMs: answerMs,
    answerMs,
    // Below the client's own, so that a statement that is only slow costs no connection.
    statementMs: Math.ceil(answerMs * 0.75),
    // Below the statement's, so that a locked row is told from a slow statement.
    lockMs: Math.ceil(answerMs / 2),
    // About as long as a repeated request waits for the first (10 s).
    rowQueueMs: answerMs * 2,
    readyMs: READY_MS,
    fullMs: answerMs,
  };
}
