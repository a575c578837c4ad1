import { AuthenticationRequired } from '@tandem/auth';
import type { Caller, RequestContext } from '@tandem/context';
import type { Actor } from '../actor';

const ACTORS: Partial<Record<Caller['kind'], Actor>> = {
  customer: 'customer',
  new_customer: 'customer',
  admin: 'user',
  new_user: 'user',
};

/** The account that asks, or that a registration is to become. @throws AuthenticationRequired */
export function accountOf({ caller: { kind, id } }: RequestContext): { actor: Actor; id: string } {
  const actor = ACTORS[kind];
  if (actor === undefined || id === null) throw new AuthenticationRequired();
  return { actor, id };
}
