import { applyDecorators, SetMetadata, UseFilters, type Type } from '@nestjs/common';
import type { Dialect } from './dialect';
import { DialectErrorFilter } from './errors/dialect-error.filter';

const DIALECT = 'tandem:dialect';

/** Says which dialect a controller speaks: also when something goes wrong in it, or in its guards. */
export function InDialect(dialect: Dialect): ClassDecorator {
  return applyDecorators(SetMetadata(DIALECT, dialect), UseFilters(new DialectErrorFilter(dialect)));
}

export function speaksDialect(controller: Type): boolean {
  return Reflect.hasMetadata(DIALECT, controller);
}

export function dialectOf(controller: Type): Dialect {
  const dialect = Reflect.getMetadata(DIALECT, controller) as Dialect | undefined;
  if (!dialect) throw new Error(`${controller.name} speaks no dialect`);
  return dialect;
}
