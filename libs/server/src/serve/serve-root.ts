import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Settings } from '@tandem/config';
import type { Express } from 'express';

const WORDS =
  'Tandem is running. Its APIs are under /api/v3, /store and /admin; GET /health/ready says whether it is ready.\n';

/** A browser that opens the bare address comes to the documents, where there are any. */
export function serveRoot(app: NestExpressApplication, { docs }: Settings): void {
  const express: Express = app.getHttpAdapter().getInstance();
  express.get('/', (_request, response) => {
    if (docs) response.redirect('/docs');
    else response.type('text/plain').send(WORDS);
  });
}
