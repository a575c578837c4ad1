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

const AttemptOf = Reflector.createDecorator<Attempt | undefined>();
const reflector = new Reflector();

/** Counts the attempts that a route declares. */
@Injectable()
export class AttemptsGuard implements CanActivate {
  constructor(private readonly limits: RequestLimits) {}

  /** @throws RateLimited */
  async canActivate(execution: ExecutionContext): Promise<boolean> {
    const attempt = reflector.get(AttemptOf, execution.getHandler());
    if (attempt !== undefined) await this.limits.countAttempt(execution, attempt);
    return true;
  }
}

/** Limits a route's attempts per address and account. Method guards listed above it run after it. */
export function LimitAttempts(attempt: Attempt): MethodDecorator {
  return applyDecorators(AttemptOf(attempt), UseGuards(AttemptsGuard));
}
