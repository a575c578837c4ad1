import {
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
  type OnModuleInit,
} from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import type { Request } from 'express';
import { map, type Observable } from 'rxjs';
import { hasDialect } from '../in-dialect';
import { routeResponseOf } from './respond';
import { routesOf, type Handler } from './routes-of';
import { SerializedBody } from './serialized-body';

/** Serializes what an act returned, outside any transaction, with the serializer its route declares. */
@Injectable()
export class RespondInterceptor implements NestInterceptor, OnModuleInit {
  constructor(private readonly discovery: DiscoveryService) {}

  onModuleInit(): void {
    const controllers = this.discovery.getControllers().flatMap(({ metatype }) => metatype ?? []);
    const missing = routesWithoutResponse(controllers);
    if (missing.length > 0) throw new Error(`no @Respond on ${missing.join(', ')}`);
  }

  intercept(execution: ExecutionContext, next: CallHandler): Observable<unknown> {
    const response = routeResponseOf(execution.getHandler());
    if (response === null) return next.handle();
    const request = execution.switchToHttp().getRequest<Request>();
    return next
      .handle()
      .pipe(
        map((model: unknown) =>
          model instanceof SerializedBody ? model.json : response.serialize(model, request),
        ),
      );
  }
}

/** Routes of a dialect without @Respond, as `Controller.method`. */
export function routesWithoutResponse(controllers: readonly Handler[]): string[] {
  return controllers.filter(hasDialect).flatMap((controller) =>
    routesOf(controller)
      .filter((route) => routeResponseOf(route) === null)
      .map((route) => `${controller.name}.${route.name}`),
  );
}
