import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { RequestContext } from '@tandem/context';
import type { Request } from 'express';

const contexts = new WeakMap<Request, RequestContext>();

/** Set by guards; the idempotency interceptor adds its claim. */
export function setContext(request: Request, ctx: RequestContext): void {
  contexts.set(request, ctx);
}

/** Null on a route without a guard (a gateway's event). */
export function findContext(request: Request): RequestContext | null {
  return contexts.get(request) ?? null;
}

/** @throws Error on a route without a guard, which is a bug */
export function contextOf(request: Request): RequestContext {
  const ctx = contexts.get(request);
  if (!ctx) throw new Error('no guard has filled the context of this request');
  return ctx;
}

/** The store and the caller, passed by a controller to its act. */
export const Ctx = createParamDecorator((_: unknown, execution: ExecutionContext): RequestContext =>
  contextOf(execution.switchToHttp().getRequest<Request>()),
);
