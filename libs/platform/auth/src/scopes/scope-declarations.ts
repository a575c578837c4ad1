import { Injectable, type OnModuleInit } from '@nestjs/common';
import { GUARDS_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService } from '@nestjs/core';
import { routesOf, type Handler } from '@tandem/http';
import { AdminGuard } from '../guards/admin.guard';
import { requiredScopeOf } from './required-scope';

/** Stops the start if an admin route does not declare the scope that a secret key needs. */
@Injectable()
export class ScopeDeclarations implements OnModuleInit {
  constructor(private readonly discovery: DiscoveryService) {}

  onModuleInit(): void {
    const controllers = this.discovery.getControllers().flatMap(({ metatype }) => metatype ?? []);
    const missing = routesWithoutScope(controllers);
    if (missing.length > 0) throw new Error(`no @RequiresScope on ${missing.join(', ')}`);
  }
}

/** Admin routes without a declaration, as `Controller.method`. */
export function routesWithoutScope(controllers: readonly Handler[]): string[] {
  return controllers.flatMap((controller) =>
    routesOf(controller)
      .filter((route) => isForAdmins(controller) || isForAdmins(route))
      .filter((route) => requiredScopeOf(route) === undefined)
      .map((route) => `${controller.name}.${route.name}`),
  );
}

function isForAdmins(guarded: object): boolean {
  const guards: unknown = Reflect.getMetadata(GUARDS_METADATA, guarded);
  if (!Array.isArray(guards)) return false;
  return guards.some(
    (guard: unknown) => typeof guard === 'function' && guard.prototype instanceof AdminGuard,
  );
}
