import { applyDecorators, HttpCode, SetMetadata } from '@nestjs/common';
import type { Request } from 'express';

/** How a route's value becomes its answer. */
export interface Answers {
  readonly status: number;
  /** Pure: the same value and request give the same body. */
  present(value: unknown, request: Request): unknown;
  /** The value again from a snapshot that a hot statement kept. */
  revive(snapshot: unknown): unknown;
}

const ANSWERS = 'tandem:answers';

/**
 * Says what a route answers: its status, its presenter and, where the act keeps a snapshot instead of an answer, how
 * the value is made of it again. The interceptor presents, so that the answer kept is the answer sent.
 */
export function Answers<T, S = never>(
  status: number,
  present: (value: T, request: Request) => unknown,
  { revive }: { revive?: (snapshot: S) => T } = {},
): MethodDecorator {
  const answers = { status, present, revive: revive ?? notKept };
  return applyDecorators(HttpCode(status), SetMetadata(ANSWERS, answers));
}

/** Null for a route that writes its own answer (health, docs). */
export function answersOf(handler: object): Answers | null {
  return (Reflect.getMetadata(ANSWERS, handler) as Answers | undefined) ?? null;
}

function notKept(): never {
  throw new Error('this route keeps no snapshots');
}
