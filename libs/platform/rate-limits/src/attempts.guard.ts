import {
  applyDecorators,
  Injectable,
  UseGuards,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Attempt } from './attempts';
import { RequestLimits } from './request-limits';

const Tries = Reflector.createDecorator<Attempt | undefined>();
const reflector = new Reflector();

/** Counts what a route declares that it tries. */
@Injectable()
export class AttemptsGuard implements CanActivate {
  constructor(private readonly limits: RequestLimits) {}

  /** @throws RateLimited */
  async canActivate(execution: ExecutionContext): Promise<boolean> {
    const attempt = reflector.get(Tries, execution.getHandler());
    if (attempt !== undefined) await this.limits.countAttempt(execution, attempt);
    return true;
  }
}

/** Limits what a route tries, for each address and account. Guards of the method that stand above it run after it. */
export function LimitAttempts(attempt: Attempt): MethodDecorator {
  return applyDecorators(Tries(attempt), UseGuards(AttemptsGuard));
}
