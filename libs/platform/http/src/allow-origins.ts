import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Request } from 'express';

// What a page may read of an answer beside its body.
const EXPOSED = [
  ...['X-Request-Id', 'Idempotent-Replayed', 'Retry-After'],
  ...['X-RateLimit-Limit', 'X-RateLimit-Remaining'],
];

// Two hours: what Chromium keeps at most.
const PREFLIGHT_SECONDS = 7200;

/**
 * Lets pages of these origins call both APIs from a browser, with cookies and keys. After harden(), whose Vary it adds
 * Origin to; a preflight is answered before anything is parsed.
 */
export function allowOrigins(app: NestExpressApplication, origins: readonly string[]): void {
  if (origins.length === 0) return;
  const allowed = {
    origin: [...origins],
    credentials: true,
    exposedHeaders: EXPOSED,
    maxAge: PREFLIGHT_SECONDS,
  };
  app.enableCors(({ path }: Request, done: (error: null, options: object) => void) =>
    done(null, path.startsWith('/docs') ? { origin: false } : allowed),
  );
}
