import { createServer, IncomingMessage, ServerResponse } from 'node:http';
import type { NestApplicationOptions } from '@nestjs/common';
import { ExpressAdapter } from '@nestjs/platform-express';
import type { Application } from 'express';

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
  override initHttpServer(options: NestApplicationOptions): void {
    const { httpsOptions, forceCloseConnections, return503OnClosing } = options;
    // Nest handles these itself; Tandem uses none of them.
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
  // Puts Express's prototype, which inherits from Node's, between the class and Node's.
  Object.setPrototypeOf(ExpressRequest.prototype, app.request);
  Object.setPrototypeOf(ExpressResponse.prototype, app.response);
  app.request = ExpressRequest.prototype;
  app.response = ExpressResponse.prototype;
  return { IncomingMessage: ExpressRequest, ServerResponse: ExpressResponse };
}
