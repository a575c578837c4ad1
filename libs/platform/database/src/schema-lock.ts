import { setTimeout as pause } from 'node:timers/promises';
import { errorCode } from '@tandem/files';

// Any number, as long as every Tandem uses the same.
const LOCK = 7_264_336;

// Requests queue behind a waiting ALTER TABLE, so it times out long before they do (bounds.ts, lockMs), and before Postgres checks
// for deadlocks (after 1 s): the migration retries, not the request.
const LOCK_TIMEOUT_MS = 500;
const PAUSE_MS = 1000;

// A server that waits longer is usually restarted by its supervisor; the one that migrates is not disturbed.
const TIMEOUT_MS = 15 * 60_000;

// Another server is migrating or a table is locked; a deadlock with a request of the previous version.
const LOCKED = new Set(['55P03', '40P01', '40001']);

/**
 * Begins a transaction that changes the schema: one server at a time, without a time limit, but blocking others for at most half
 * a second. The lock ends with the transaction, so a killed server leaves none.
 */
export const BEGIN_SCHEMA_CHANGE = `
  BEGIN;
  SET LOCAL statement_timeout = 0;
  SET LOCAL idle_in_transaction_session_timeout = 0;
  SET LOCAL lock_timeout = ${LOCK_TIMEOUT_MS};
  SELECT pg_advisory_xact_lock(${LOCK});
`;

/** Retries `work`, which was rolled back, while what it needs is locked. */
export async function whileLocked<T>(work: () => Promise<T>, timeoutMs = TIMEOUT_MS): Promise<T> {
  for (const until = Date.now() + timeoutMs; ;) {
    try {
      return await work();
    } catch (error) {
      if (Date.now() > until || !LOCKED.has(errorCode(error))) throw error;
      await pause(Math.random() * PAUSE_MS);
    }
  }
}
