import type { Type } from '@nestjs/common';
import { METHOD_METADATA } from '@nestjs/common/constants.js';

/** The methods of a controller that are routes. */
export function routesOf(controller: Type): ((...args: unknown[]) => unknown)[] {
  const { prototype } = controller as { prototype: object };
  return Object.getOwnPropertyNames(prototype)
    .map((name) => Object.getOwnPropertyDescriptor(prototype, name)?.value as unknown)
    .filter((value) => typeof value === 'function')
    .filter((method) => Reflect.hasMetadata(METHOD_METADATA, method)) as ((...args: unknown[]) => unknown)[];
}
