import { applyDecorators, HttpCode } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import type { Handler } from './routes-of';

/** How a route responds: its status, and how the read model becomes the body. */
export interface RouteResponse {
  readonly status: number;
  /** Pure: the same read model and request give the same body, also in a replay. */
  serialize(model: unknown, request: Request): unknown;
  /** Restores the read model from what a hot statement stored. */
  deserialize(stored: string): unknown;
}

const Response = Reflector.createDecorator<RouteResponse | undefined>();
const reflector = new Reflector();

/**
 * Declares a route's response: its status, its serializer and, where a hot statement stores the read model in its own format, how
 * to restore it. A dialect's route without it stops the start (RespondInterceptor).
 */
export function Respond<T>(
  status: number,
  serialize: (model: T, request: Request) => unknown,
  { deserialize }: { deserialize?: (stored: string) => T } = {},
): MethodDecorator {
  const response = { status, serialize, deserialize: deserialize ?? noStoredModel };
  return applyDecorators(HttpCode(status), Response(response));
}

/** Null for a route that writes its own response (health, a team's controllers). */
export function routeResponseOf(handler: Handler): RouteResponse | null {
  return reflector.get(Response, handler) ?? null;
}

function noStoredModel(): never {
  throw new Error('no statement stores the read model of this route');
}

/** The body of a 204. */
export const serializeNothing = (): null => null;

/** The response to a gateway's event. */
export const serializeReceived = (): string => 'OK';
