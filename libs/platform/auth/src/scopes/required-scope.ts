import { RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA } from '@nestjs/common/constants.js';
import { ApiExtension } from '@nestjs/swagger';
import { routesOf } from '@tandem/http';
import { scopeFor, type ScopeResource } from './scopes';

const DECLARED = 'tandem:required scope';

// A list or a single read; every other verb may change something.
const READS: readonly unknown[] = [RequestMethod.GET, RequestMethod.HEAD];

type Declarator = (target: object, name?: string | symbol, descriptor?: PropertyDescriptor) => void;

/**
 * Says which scope a secret key needs for the routes of an admin controller or, on a method, for that route alone.
 * The verb decides between read and write. `all` is for what hands every right on: an invitation makes an admin. Swagger shows it as x-required-scope. A route without one stops the start.
 */
export function RequiresScope(resource: ScopeResource | 'all'): Declarator {
  return (target, _name, descriptor) => {
    if (descriptor) return declare(descriptor.value as object, resource);
    for (const route of routesOf(target as Type)) {
      if (!Reflect.hasOwnMetadata(DECLARED, route)) declare(route, resource);
      describe(route);
    }
  };
}

/** For a route about the caller's own account or key, which any key may read. */
export function RequiresNoScope(): MethodDecorator {
  return (_target, _name, descriptor) => declare(descriptor.value as object, null);
}

/** The scope that a route needs; null: none; undefined: nothing was declared. */
export function requiredScopeOf(route: object): string | null | undefined {
  const resource = Reflect.getOwnMetadata(DECLARED, route) as ScopeResource | 'all' | null | undefined;
  if (!resource) return resource;
  const isRead = READS.includes(Reflect.getMetadata(METHOD_METADATA, route));
  return scopeFor(isRead ? 'read' : 'write', resource);
}

function declare(route: object, resource: ScopeResource | 'all' | null): void {
  Reflect.defineMetadata(DECLARED, resource, route);
}

function describe(route: object): void {
  const document = ApiExtension('x-required-scope', requiredScopeOf(route) ?? 'none');
  document(route, '', { value: route });
}
