import {
  applyDecorators,
  Injectable,
  SetMetadata,
  UseGuards,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import type { Attempt } from './attempts';
import { RequestLimits } from './request-limits';

const ATTEMPT = 'tandem:attempt';

/** Counts what a route declares that it tries. */
@Injectable()
export class AttemptsGuard implements CanActivate {
  constructor(private readonly limits: RequestLimits) {}

  /** @throws RateLimited */
  async canActivate(execution: ExecutionContext): Promise<boolean> {
    const attempt = Reflect.getMetadata(ATTEMPT, execution.getHandler()) as Attempt | undefined;
    if (attempt !== undefined) await this.limits.countAttempt(execution, attempt);
    return true;
  }
}

/** Limits what a route tries, for each address and account. Guards of the method that stand above it run after it. */
export function LimitAttempts(attempt: Attempt): MethodDecorator {
  return applyDecorators(SetMetadata(ATTEMPT, attempt), UseGuards(AttemptsGuard));
}
