import type { Caller } from '@tandem/context';

/** The user who calls; null for a secret key, which is no user, and for everyone else. */
export function callingAdmin({ kind, id }: Pick<Caller, 'kind' | 'id'>): string | null {
  return kind === 'admin' ? id : null;
}
