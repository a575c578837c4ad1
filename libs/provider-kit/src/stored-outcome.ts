import type { Declined, Succeeded } from './contract/outcome';

/**
 * Converts a stored outcome to this version's shape. Kit 0.1.0 wrote `is` for `status` and `done` for `succeeded`, and
 * existing databases still have such rows. Null if nothing is stored.
 */
export function readStoredOutcome<T>(stored: unknown): Succeeded<T> | Declined | null {
  if (typeof stored !== 'object' || stored === null) return null;
  const { is, ...rest } = stored as { readonly is?: string };
  const outcome = is === undefined ? rest : { status: is === 'done' ? 'succeeded' : is, ...rest };
  return outcome as Succeeded<T> | Declined;
}
