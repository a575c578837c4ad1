import type { Declined, Succeeded } from './contract/outcome';

/**
 * An outcome as it was stored, in the shape of this version. Kit 0.1.0 wrote `is` for `status` and `done` for `succeeded`;
 * rows with it stay in every database that was filled before. Null where nothing was stored yet.
 */
export function readStoredOutcome<T>(stored: unknown): Succeeded<T> | Declined | null {
  if (typeof stored !== 'object' || stored === null) return null;
  const { is, ...rest } = stored as { readonly is?: string };
  const outcome = is === undefined ? rest : { status: is === 'done' ? 'succeeded' : is, ...rest };
  return outcome as Succeeded<T> | Declined;
}
