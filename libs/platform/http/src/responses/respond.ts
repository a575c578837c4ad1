import { applyDecorators, HttpCode } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import type { Handler } from './routes-of';

/** How a route responds: its status, and how the body is made of the read model that its act returned. */
export interface RouteResponse {
  readonly status: number;
  /** Pure: the same read model and request give the same body, also when the request is repeated later. */
  serialize(model: unknown, request: Request): unknown;
  /** The read model again from what a hot statement stored of it. */
  deserialize(stored: string): unknown;
}

const Response = Reflector.createDecorator<RouteResponse | undefined>();
const reflector = new Reflector();

/**
 * Declares what a route responds: its status, its serializer and, where a hot statement stores the read model in a form of its
 * own, how it is made of that again. A route of a dialect that declares none stops the start (RespondInterceptor).
 */
export function Respond<T>(
  status: number,
  serialize: (model: T, request: Request) => unknown,
  { deserialize }: { deserialize?: (stored: string) => T } = {},
): MethodDecorator {
  const response = { status, serialize, deserialize: deserialize ?? neverStored };
  return applyDecorators(HttpCode(status), Response(response));
}

/** Null for a route that writes its own response (health, a team's own controllers). */
export function routeResponseOf(handler: Handler): RouteResponse | null {
  return reflector.get(Response, handler) ?? null;
}

function neverStored(): never {
  throw new Error('no statement stores the read model of this route');
}

/** The body of a 204. */
export const serializeNothing = (): null => null;

/** What a gateway gets back for an event. */
export const serializeReceived = (): string => 'OK';
