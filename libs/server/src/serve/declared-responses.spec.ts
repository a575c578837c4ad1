import 'reflect-metadata';
import type { Type } from '@nestjs/common';
import { MODULE_METADATA } from '@nestjs/common/constants.js';
import { routeResponseOf, routesOf, routesWithoutResponse, hasDialect } from '@tandem/http';
import { MedusaAdminModule, MedusaStoreModule } from '@tandem/medusa';
import { SpreeAdminModule, SpreeStoreModule } from '@tandem/spree';

const controllersOf = (module: Type): Type[] =>
  Reflect.getMetadata(MODULE_METADATA.CONTROLLERS, module) as Type[];

describe.each([
  ['SpreeStoreModule', SpreeStoreModule],
  ['SpreeAdminModule', SpreeAdminModule],
  ['MedusaStoreModule', MedusaStoreModule],
  ['MedusaAdminModule', MedusaAdminModule],
])('%s', (_, module) => {
  const controllers = controllersOf(module as Type);

  it('all controllers belong to a dialect, so that the start checks them', () => {
    expect(controllers.length).toBeGreaterThan(3);
    expect(controllers.filter((controller) => !hasDialect(controller))).toEqual([]);
  });

  it('each route declares its status and its serializer', () => {
    expect(routesWithoutResponse(controllers)).toEqual([]);
    const statuses = controllers.flatMap(routesOf).map((route) => routeResponseOf(route)?.status);
    expect(statuses.length).toBeGreaterThan(10);
    expect(new Set(statuses.filter((status) => ![200, 201, 204].includes(Number(status))))).toEqual(
      new Set(),
    );
  });
});
