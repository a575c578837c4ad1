import { createServer, IncomingMessage, ServerResponse } from 'node:http';
import type { NestApplicationOptions } from '@nestjs/common';
import { ExpressAdapter } from '@nestjs/platform-express';
import type { Application, RequestHandler, Response } from 'express';
import { ROUTE_METHODS, RouteIndex, type RouteMethod } from './route-index';

/** The prototypes of an Express application, which its types do not declare. */
interface Prototypes {
  request: object;
  response: object;
}

/**
 * Express changes the prototype of each request and response (lib/application.js, handle), after which V8's property access on
 * them is slow on every route. Here they are created with the prototypes that Express would set, so it changes nothing.
 */
export class SteadyExpressAdapter extends ExpressAdapter {
  private index: RouteIndex | null = null;

  /** Nest registers the controllers' routes after this. Routes that were added before keep their place. */
  override async init(): Promise<void> {
    await super.init();
    const index =
      (method: RouteMethod) =>
      (path: string, handler: RequestHandler): void =>
        this.routes.add({ method, path, handler });
    Object.assign(this, Object.fromEntries(ROUTE_METHODS.map((method) => [method, index(method)])));
  }

  /** Takes its place among Express's middlewares with the first controller's route. */
  private get routes(): RouteIndex {
    if (this.index === null) this.use((this.index = new RouteIndex()).handle);
    return this.index;
  }

  override initHttpServer(options: NestApplicationOptions): void {
    const { httpsOptions, forceCloseConnections, return503OnClosing } = options;
    // Nest handles these itself; Tandem uses none of them.
    if (httpsOptions || forceCloseConnections || return503OnClosing) return super.initHttpServer(options);
    const app = this.getInstance<Application & Prototypes>();
    this.setHttpServer(createServer(classesOf(app), app));
  }

  /** Sends JSON as Express's `json` does, without its options. What is not plain JSON, or may answer 304, goes Express's way. */
  override reply(response: Response, body: unknown, status?: number): unknown {
    const isConditional = response.req.headers['if-none-match'] !== undefined;
    const mayHaveBody = !WITHOUT_BODY.has(status ?? response.statusCode);
    if (isConditional || !isPlain(body) || !mayHaveBody || response.hasHeader('Content-Type'))
      return super.reply(response, body, status);
    const text = JSON.stringify(body);
    if (status !== undefined) response.statusCode = status;
    response.setHeader('Content-Type', 'application/json; charset=utf-8');
    response.setHeader('Content-Length', Buffer.byteLength(text));
    return response.end(text);
  }
}

// Express drops the body of such a response.
const WITHOUT_BODY = new Set([204, 205, 304]);

function isPlain(body: unknown): boolean {
  return typeof body === 'object' && body !== null && Object.getPrototypeOf(body) === Object.prototype;
}

function classesOf(app: Prototypes): {
  IncomingMessage: typeof IncomingMessage;
  ServerResponse: typeof ServerResponse<IncomingMessage>;
} {
  class ExpressRequest extends IncomingMessage {}
  class ExpressResponse extends ServerResponse<IncomingMessage> {}
  // Puts Express's prototype, which inherits from Node's, between the class and Node's.
  Object.setPrototypeOf(ExpressRequest.prototype, app.request);
  Object.setPrototypeOf(ExpressResponse.prototype, app.response);
  app.request = ExpressRequest.prototype;
  app.response = ExpressResponse.prototype;
  return { IncomingMessage: ExpressRequest, ServerResponse: ExpressResponse };
}
