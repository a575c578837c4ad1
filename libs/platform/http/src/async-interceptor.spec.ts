import { request, type IncomingMessage } from 'node:http';
import {
  Controller,
  Get,
  Module,
  UseInterceptors,
  type CallHandler,
  type ExecutionContext,
  type INestApplication,
  type NestInterceptor,
} from '@nestjs/common';
import { APP_INTERCEPTOR, NestFactory } from '@nestjs/core';
import { map, of, type Observable } from 'rxjs';
import { AsyncInterceptor } from './async-interceptor';
import { SteadyExpressAdapter } from './steady-express-adapter';

class Outer extends AsyncInterceptor {
  async around(execution: ExecutionContext, proceed: () => Promise<unknown>): Promise<unknown> {
    const inner = await proceed();
    return { [execution.getHandler().name]: inner };
  }
}

class RunsTwice extends AsyncInterceptor {
  async around(_: ExecutionContext, proceed: () => Promise<unknown>): Promise<unknown> {
    return [await proceed().catch(String), await proceed()];
  }
}

class NestKind implements NestInterceptor {
  intercept(_: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next.handle().pipe(map((value) => `mapped ${String(value)}`));
  }
}

let calls = 0;

@Controller()
class Routes {
  @Get('plain')
  plain(): number {
    if (++calls === 1) throw new Error('the first call fails');
    return calls;
  }

  @Get('mixed')
  @UseInterceptors(NestKind)
  mixed(): Observable<string> {
    return of('value');
  }
}

@Module({
  controllers: [Routes],
  providers: [
    { provide: APP_INTERCEPTOR, useClass: Outer },
    { provide: APP_INTERCEPTOR, useClass: RunsTwice },
  ],
})
class App {}

let app: INestApplication;
let url: string;

beforeAll(async () => {
  app = await NestFactory.create(App, new SteadyExpressAdapter(), { logger: false });
  await app.listen(0, '127.0.0.1');
  url = await app.getUrl();
});

afterAll(() => app.close());

async function get(path: string): Promise<unknown> {
  return (await fetch(url + path)).json();
}

it('runs the outer interceptor around the inner one, which may run the rest again', async () => {
  expect(await get('/plain')).toEqual({ plain: ['Error: the first call fails', 2] });
});

it('a route may have an interceptor of Nest’s usual kind, and return an Observable', async () => {
  expect(await get('/mixed')).toEqual({ mixed: ['mapped value', 'mapped value'] });
});

// fetch would add Cache-Control to it.
it('a conditional request gets the response of Express', async () => {
  const response = await new Promise<IncomingMessage>((responded) =>
    request(`${url}/mixed`, { headers: { 'if-none-match': '*' } }, responded).end(),
  );
  response.resume();
  expect(response.statusCode).toBe(304);
});
