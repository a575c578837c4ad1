import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Settings } from '@tandem/config';
import type { Express } from 'express';

const TEXT =
  'Tandem is running. Its APIs are under /api/v3, /store and /admin; GET /health/ready tells whether it is ready.\n';

/** Redirects the root path to the API documents, if they are served. */
export function serveRoot(app: NestExpressApplication, { docs }: Settings): void {
  const express: Express = app.getHttpAdapter().getInstance();
  express.get('/', (_request, response) => {
    if (docs) response.redirect('/docs');
    else response.type('text/plain').send(TEXT);
  });
}
