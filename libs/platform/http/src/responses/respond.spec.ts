import 'reflect-metadata';
import { Controller, Delete, Get, Post, type Type } from '@nestjs/common';
import type { Dialect } from '../dialect';
import { InDialect } from '../in-dialect';
import { Respond, routeResponseOf } from './respond';
import { routesWithoutResponse } from './respond.interceptor';
import { routesOf } from './routes-of';

const dialect: Dialect = {
  name: 'one',
  pathPrefix: null,
  variesBy: [],
  serializeError: () => ({ status: 500, body: null }),
};

@InDialect(dialect)
@Controller('dialect')
class OfDialect {
  @Get()
  @Respond(200, (name: string) => ({ name }))
  declared(): string {
    return 'x';
  }

  @Post()
  silent(): void {}

  noRoute(): void {}
}

@Controller('own')
class OfATeam {
  @Delete()
  silent(): void {}
}

it("a dialect's route without a serializer is named; a team’s own controller is not checked", () => {
  expect(routesWithoutResponse([OfDialect, OfATeam] as Type[])).toEqual(['OfDialect.silent']);
});

it('a route declares its status and its serializer', () => {
  const [handler] = routesOf(OfDialect);
  const response = handler ? routeResponseOf(handler) : null;
  expect(response?.status).toBe(200);
  expect(response?.serialize('x', {} as never)).toEqual({ name: 'x' });
  expect(() => response?.deserialize('{}')).toThrow('no statement stores');
});
