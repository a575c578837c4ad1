import { coversScope, scopeFor, type ScopeResource } from '@tandem/auth';
import { contextOf } from '@tandem/http';
import type { Request } from 'express';

/** Whether the caller may write such things: only then it is shown what lets its holder act (an order's token, a card's code). */
export function mayWrite(request: Request, resource: ScopeResource): boolean {
  return coversScope(contextOf(request).caller.scopes, scopeFor('write', resource));
}
