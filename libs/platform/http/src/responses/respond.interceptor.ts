import { Injectable, type ExecutionContext, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import type { Request } from 'express';
import { AsyncInterceptor } from '../async-interceptor';
import { hasDialect } from '../in-dialect';
import { routeResponseOf } from './respond';
import { routesOf, type Handler } from './routes-of';
import { SerializedBody } from './serialized-body';

/** Serializes what an act returned, outside any transaction, with the serializer its route declares. */
@Injectable()
export class RespondInterceptor extends AsyncInterceptor implements OnModuleInit {
  constructor(private readonly discovery: DiscoveryService) {
    super();
  }

  onModuleInit(): void {
    const controllers = this.discovery.getControllers().flatMap(({ metatype }) => metatype ?? []);
    const missing = routesWithoutResponse(controllers);
    if (missing.length > 0) throw new Error(`no @Respond on ${missing.join(', ')}`);
  }

  async around(execution: ExecutionContext, proceed: () => Promise<unknown>): Promise<unknown> {
    const model = await proceed();
    if (model instanceof SerializedBody) return model.json;
    const response = routeResponseOf(execution.getHandler());
    return response === null
      ? model
      : response.serialize(model, execution.switchToHttp().getRequest<Request>());
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
