import {
  applyDecorators,
  Injectable,
  UseInterceptors,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ApiQuery } from '@nestjs/swagger';
import { InvalidRequest } from '@tandem/http';
import type { Request } from 'express';
import type { Observable } from 'rxjs';
import { listQueryProblems } from './list-query';

const Serves = Reflector.createDecorator<readonly string[]>();
const reflector = new Reflector();

/** Swagger options of each supported filter, by its query name: `q[email_eq]`, `search`. */
type Filters = Readonly<Record<string, { readonly example?: string; readonly description?: string }>>;

/** A paged list. Other filters and sort orders are refused: ignoring them would list everything. */
export function SpreeList(filters: Filters = {}): MethodDecorator {
  return applyDecorators(
    SpreeWholeList(filters),
    ApiQuery({ name: 'page', required: false, example: 1 }),
    ApiQuery({ name: 'limit', required: false, example: 25, description: 'At most 100' }),
    Serves(['page', 'limit', ...Object.keys(filters)]),
  );
}

/** A list without pages. */
export function SpreeWholeList(filters: Filters = {}): MethodDecorator {
  const documented = Object.entries(filters).map(([name, options]) =>
    ApiQuery({ name, required: false, ...options }),
  );
  return applyDecorators(Serves(Object.keys(filters)), UseInterceptors(CheckListQuery), ...documented);
}

@Injectable()
class CheckListQuery implements NestInterceptor {
  /** @throws InvalidRequest */
  intercept(execution: ExecutionContext, next: CallHandler): Observable<unknown> {
    const served = reflector.get(Serves, execution.getHandler());
    const problems = listQueryProblems(execution.switchToHttp().getRequest<Request>().query, served);
    if (problems.length > 0) throw new InvalidRequest(problems);
    return next.handle();
  }
}
