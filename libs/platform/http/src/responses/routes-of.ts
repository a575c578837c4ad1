import type { ExecutionContext } from '@nestjs/common';
import { METHOD_METADATA } from '@nestjs/common/constants.js';

/** A controller class or method, as Nest types them. */
export type Handler = ReturnType<ExecutionContext['getHandler']>;

/** The methods of a controller that are routes. */
export function routesOf(controller: object): Handler[] {
  const prototype: unknown = Reflect.get(controller, 'prototype');
  if (typeof prototype !== 'object' || prototype === null) return [];
  return Object.getOwnPropertyNames(prototype)
    .map((name): unknown => Object.getOwnPropertyDescriptor(prototype, name)?.value)
    .filter((value) => typeof value === 'function')
    .filter((method) => Reflect.hasMetadata(METHOD_METADATA, method));
}
