import { setTimeout as pause } from 'node:timers/promises';
import { isPassing } from './sql-state';

// Two servers that start at once on an empty database may deadlock over its schema; one of them is through after this.
const TRIES = 5;
const PAUSE_MS = 200;

/** Runs `work` again where the database was only busy. `work` may run again: whatever it did before was rolled back. */
export async function retryTransient<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt === TRIES || !isPassing(error)) throw error;
      await pause(attempt * PAUSE_MS);
    }
  }
}
