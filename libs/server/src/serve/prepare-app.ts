import type { NestApplicationOptions } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import {
  allowOrigins,
  boundConnections,
  configureBodyParsing,
  DIALECTS,
  securityHeaders,
  type Dialect,
} from '@tandem/http';
import { CookieSessions } from '@tandem/medusa';
import type { Settings } from '@tandem/config';
import { routeOlderHooks } from './route-older-hooks';
import { serveDocs } from './serve-docs';
import { serveRoot } from './serve-root';

/** Options for NestFactory.create: Tandem parses bodies itself, and the caller prints why a start failed, in one line. */
export const APP_OPTIONS = {
  bodyParser: false,
  abortOnError: false,
  bufferLogs: true,
  autoFlushLogs: false,
} satisfies NestApplicationOptions;

/** Sets up security headers, CORS, body limits, cookies, client timeouts and the API documents. Call it before `listen`. */
export function prepareApp(app: NestExpressApplication, settings: Settings): void {
  const dialects = app.get<readonly Dialect[]>(DIALECTS);
  const variesBy = dialects.flatMap((dialect) => dialect.variesBy);
  securityHeaders(app, { ...settings, variesBy });
  boundConnections(app, settings);
  allowOrigins(app, settings.allowedOrigins);
  routeOlderHooks(app);
  configureBodyParsing(app);
  app.use(app.get(CookieSessions).middleware);
  serveRoot(app, settings);
  if (settings.docs) serveDocs(app);
}
