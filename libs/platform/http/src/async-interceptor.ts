import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { InterceptorsConsumer } from '@nestjs/core/interceptors/interceptors-consumer.js';
import { from, lastValueFrom, type Observable } from 'rxjs';

/**
 * An interceptor as one async function, which Nest runs without rxjs (docs/adr/0040-request-overhead.md). A route's handler then returns a
 * value or a promise, no Observable.
 */
export abstract class AsyncInterceptor implements NestInterceptor {
  /** `proceed` runs the inner interceptors, the pipes and the controller. */
  abstract around(execution: ExecutionContext, proceed: () => Promise<unknown>): Promise<unknown>;

  /** For a route that also has an interceptor of another kind. */
  intercept(execution: ExecutionContext, next: CallHandler): Observable<unknown> {
    return from(this.around(execution, () => lastValueFrom(next.handle())));
  }
}

const isAsync = (interceptor: NestInterceptor): boolean => interceptor instanceof AsyncInterceptor;

type Intercept = InterceptorsConsumer['intercept'];
// eslint-disable-next-line @typescript-eslint/unbound-method -- applied to its object below
const interceptThroughRxjs: Intercept = InterceptorsConsumer.prototype.intercept;

// For each request Nest creates a dozen rxjs objects around its interceptors: a third of what GET /health/live costs. It has no
// option for less. Where any interceptor of a route is of another kind, all of them run as Nest runs them.
InterceptorsConsumer.prototype.intercept = function (...route: Parameters<Intercept>): Promise<unknown> {
  const [interceptors, args, instance, callback, next, type] = route;
  if (!interceptors.every(isAsync)) return interceptThroughRxjs.apply(this, route);
  const execution = this.createContext(args, instance, callback);
  execution.setType(type ?? 'http');
  const run = (at: number): Promise<unknown> => {
    const interceptor = interceptors[at];
    return interceptor instanceof AsyncInterceptor
      ? interceptor.around(execution, () => run(at + 1))
      : next();
  };
  return run(0);
};
