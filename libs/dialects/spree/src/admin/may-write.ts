import { coversScope, scopeFor, type ScopeResource } from '@tandem/auth';
import { contextOf } from '@tandem/http';
import type { Request } from 'express';

/** Whether the caller has write access to the resource. Only then do responses include bearer secrets (an order's token, a gift card's code). */
export function mayWrite(request: Request, resource: ScopeResource): boolean {
  return coversScope(contextOf(request).caller.scopes, scopeFor('write', resource));
}
