import { Controller, Get, Module, Post, type INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { SteadyExpressAdapter } from './steady-express-adapter';

@Controller()
class Routes {
  @Get('shop/:id')
  byId(): string {
    return 'by id';
  }

  @Get('shop/first')
  never(): string {
    return 'never: the parameter is registered first';
  }

  @Post('shop/:id')
  post(): string {
    return 'post';
  }

  @Get('shop/:id/items')
  items(): string {
    return 'items';
  }

  @Get('files/*path')
  files(): string {
    return 'files';
  }

  @Get('files/deep/:id')
  afterWildcard(): string {
    return 'never: the wildcard is registered first';
  }

  @Get(':any/own')
  own(): string {
    return 'own';
  }
}

@Module({ controllers: [Routes] })
class App {}

let app: INestApplication;
let url: string;

beforeAll(async () => {
  app = await NestFactory.create(App, new SteadyExpressAdapter(), { logger: false });
  await app.listen(0, '127.0.0.1');
  url = await app.getUrl();
});

afterAll(() => app.close());

it.each([
  ['GET', '/shop/first', 'by id'],
  ['GET', '/SHOP/x/?a=b', 'by id'],
  ['GET', '/shop/a%2Fb', 'by id'],
  ['POST', '/shop/x', 'post'],
  ['GET', '/shop/x/items', 'items'],
  ['GET', '/files/deep/x', 'files'],
  ['GET', '/files/a/b/c/d', 'files'],
  ['GET', '/shop/own', 'by id'],
  ['GET', '/other/own', 'own'],
  ['HEAD', '/shop/x', ''],
])('%s %s finds the route that Express would find', async (method, path, text) => {
  const response = await fetch(url + path, { method });
  expect([response.status < 300, await response.text()]).toEqual([true, text]);
});

it.each(['/shop', '/shop//x', '/shop/x//', '/nowhere/at/all'])('%s matches no route', async (path) => {
  expect((await fetch(url + path)).status).toBe(404);
});

it('OPTIONS finds no route', async () => {
  expect((await fetch(`${url}/shop/x`, { method: 'OPTIONS' })).status).toBe(404);
});
