import { applyDecorators, UseFilters, type Type } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Dialect } from './dialect';
import { DialectErrorFilter } from './errors/dialect-error.filter';
import type { Handler } from './responses/routes-of';

const OfDialect = Reflector.createDecorator<Dialect | undefined>();
const reflector = new Reflector();

/** Declares a controller's dialect, also for errors in it or its guards. */
export function InDialect(dialect: Dialect): ClassDecorator {
  return applyDecorators(OfDialect(dialect), UseFilters(new DialectErrorFilter(dialect)));
}

export function hasDialect(controller: Handler): boolean {
  return reflector.get(OfDialect, controller) !== undefined;
}

export function dialectOf(controller: Type): Dialect {
  const dialect = reflector.get(OfDialect, controller);
  if (!dialect) throw new Error(`${controller.name} declares no dialect`);
  return dialect;
}
