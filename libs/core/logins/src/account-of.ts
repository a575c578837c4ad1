import { AuthenticationRequired } from '@tandem/auth';
import type { Caller, RequestContext } from '@tandem/context';
import type { AccountRef, Actor } from './account';

const ACTORS: Partial<Record<Caller['kind'], Actor>> = {
  customer: 'customer',
  new_customer: 'customer',
  admin: 'user',
  new_user: 'user',
};

/** The caller's account, or the one that a registration will become. @throws AuthenticationRequired */
export function accountOf({ storeId, caller: { kind, id } }: RequestContext): AccountRef {
  const actor = ACTORS[kind];
  if (actor === undefined || id === null) throw new AuthenticationRequired();
  return { actor, storeId, id };
}
