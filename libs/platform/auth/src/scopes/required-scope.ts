import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA } from '@nestjs/common/constants.js';
import { ApiExtension } from '@nestjs/swagger';
import { routesOf } from '@tandem/http';
import { scopeFor, type ScopeResource } from './scopes';

/** By route; null where none is needed. */
const declared = new WeakMap<object, ScopeResource | 'all' | null>();

// A list or a single read; every other verb may change something.
const READS: readonly unknown[] = [RequestMethod.GET, RequestMethod.HEAD];

interface Route {
  readonly value?: object;
}
type Declarator = (target: object, name?: string | symbol, route?: Route) => void;

/**
 * Declares the scope that a secret key needs for the routes of an admin controller or, on a method, for that route alone.
 * The HTTP verb decides between read and write. `all` is for routes that grant every right: an invitation creates an admin.
 * Swagger shows it as x-required-scope. The server does not start with an undeclared route.
 */
export function RequiresScope(resource: ScopeResource | 'all'): Declarator {
  return (target, _name, route) => {
    if (route?.value) return void declared.set(route.value, resource);
    for (const route of routesOf(target)) {
      if (!declared.has(route)) declared.set(route, resource);
      describe(route);
    }
  };
}

/** For a route about the caller's own account or key, which any key may read. */
export function RequiresNoScope(): Declarator {
  return (_target, _name, route) => {
    if (route?.value) declared.set(route.value, null);
  };
}

/** The scope that a route needs; null: none; undefined: not declared. */
export function requiredScopeOf(route: object): string | null | undefined {
  const resource = declared.get(route);
  if (!resource) return resource;
  const isRead = READS.includes(Reflect.getMetadata(METHOD_METADATA, route));
  return scopeFor(isRead ? 'read' : 'write', resource);
}

function describe(route: object): void {
  const document = ApiExtension('x-required-scope', requiredScopeOf(route) ?? 'none');
  document(route, '', { value: route });
}
