import { setTimeout as pause } from 'node:timers/promises';
import { errorCode } from '@tandem/files';

// Any number will do, as long as every Tandem uses the same.
const LOCK = 7_264_336;

// Requests wait behind a change of a table that waits itself, so it gives way long before they give up (bounds.ts, lockMs), and before
// Postgres looks for deadlocks (after 1 s): of a request and a migration it is the migration that tries again.
const LOCK_TIMEOUT_MS = 500;
const PAUSE_MS = 1000;

// A server that waits for longer is started again by whoever watches it; the one that migrates is not disturbed.
const GIVE_UP_MS = 15 * 60_000;

// Another server migrates, or someone holds a table; a deadlock with a request of the version before.
const LOCKED = new Set(['55P03', '40P01', '40001']);

/**
 * Opens a transaction that changes the schema: one at a time of all servers, as long as it takes, and never in the way of others
 * for more than half a second. The lock ends with the transaction, so a killed server leaves none.
 */
export const BEGIN_SCHEMA_CHANGE = `
  BEGIN;
  SET LOCAL statement_timeout = 0;
  SET LOCAL idle_in_transaction_session_timeout = 0;
  SET LOCAL lock_timeout = ${LOCK_TIMEOUT_MS};
  SELECT pg_advisory_xact_lock(${LOCK});
`;

/** Runs `work` again for as long as somebody else has locked what it needs. It may run again: it was rolled back. */
export async function whileLocked<T>(work: () => Promise<T>, giveUpMs = GIVE_UP_MS): Promise<T> {
  for (const until = Date.now() + giveUpMs; ;) {
    try {
      return await work();
    } catch (error) {
      if (Date.now() > until || !LOCKED.has(errorCode(error))) throw error;
      await pause(Math.random() * PAUSE_MS);
    }
  }
}
