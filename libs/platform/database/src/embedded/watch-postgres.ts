import type { DataFolder } from './data-folder';
import { findPostmaster } from './postmaster';
import type { Report } from './run-postgres';

// An outage of ten seconds is acceptable: one to notice, the rest to recover.
const POLL_INTERVAL_MS = 1_000;

/** Runs `repair` while the folder's Postgres is down. Reports each new error once. */
export function watchPostgres(folder: DataFolder, repair: () => Promise<void>, report: Report): () => void {
  let isRepairing = false;
  let reported = '';
  const check = async (): Promise<void> => {
    if (isRepairing || findPostmaster(folder.cluster)) return;
    isRepairing = true;
    try {
      await repair();
      reported = '';
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      if (message !== reported) report(message);
      reported = message;
    } finally {
      isRepairing = false;
    }
  };
  const timer = setInterval(() => void check(), POLL_INTERVAL_MS);
  timer.unref();
  return () => clearInterval(timer);
}
