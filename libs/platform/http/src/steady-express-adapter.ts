import { createServer, IncomingMessage, ServerResponse } from 'node:http';
import type { NestApplicationOptions } from '@nestjs/common';
import { ExpressAdapter } from '@nestjs/platform-express';
import type { Application } from 'express';

/** What an Express application gives its requests and responses; its types do not name them. */
interface Prototypes {
  request: object;
  response: object;
}

/**
 * Express gives each request and response another prototype (lib/application.js, handle), after which V8 looks each of their
 * properties up the slow way, on every route. Here they are made with the prototypes that Express will set, so that it changes nothing.
 */
export class SteadyExpressAdapter extends ExpressAdapter {
  override initHttpServer(options: NestApplicationOptions): void {
    const { httpsOptions, forceCloseConnections, return503OnClosing } = options;
    // What Nest does for these is its own; none of them is asked for here.
    if (httpsOptions || forceCloseConnections || return503OnClosing) return super.initHttpServer(options);
    const app = this.getInstance<Application & Prototypes>();
    this.setHttpServer(createServer(classesOf(app), app));
  }
}

function classesOf(app: Prototypes): {
  IncomingMessage: typeof IncomingMessage;
  ServerResponse: typeof ServerResponse<IncomingMessage>;
} {
  class ExpressRequest extends IncomingMessage {}
  class ExpressResponse extends ServerResponse<IncomingMessage> {}
  // Express' prototype, which is in front of Node's, comes between the class and Node's.
  Object.setPrototypeOf(ExpressRequest.prototype, app.request);
  Object.setPrototypeOf(ExpressResponse.prototype, app.response);
  app.request = ExpressRequest.prototype;
  app.response = ExpressResponse.prototype;
  return { IncomingMessage: ExpressRequest, ServerResponse: ExpressResponse };
}
