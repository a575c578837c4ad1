import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { InvalidRequest, type Problem } from './errors/http.errors';

export interface ValidationOptions {
  /** Drop unknown properties. */
  readonly whitelist: true;
  /** Refuse them instead. */
  readonly forbidNonWhitelisted: boolean;
}

/** class-validator over a DTO; each dialect formats the problems. */
export function validate(options: ValidationOptions): ValidationPipe {
  return new ValidationPipe({
    ...options,
    transform: true,
    exceptionFactory: (errors) => new InvalidRequest(problemsOf(errors)),
  });
}

export function problemsOf(errors: readonly ValidationError[], parent = ''): Problem[] {
  return errors.flatMap((error) => {
    const path = parent === '' ? error.property : `${parent}.${error.property}`;
    const value: unknown = error.value;
    const own = error.constraints ? [{ path, constraints: error.constraints, value }] : [];
    return [...own, ...problemsOf(error.children ?? [], path)];
  });
}
