import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Request } from 'express';

// Response headers that scripts may read.
const EXPOSED_HEADERS = [
  ...['X-Request-Id', 'Idempotent-Replayed', 'Retry-After'],
  ...['X-RateLimit-Limit', 'X-RateLimit-Remaining'],
];

// Two hours: the longest that Chromium caches a preflight.
const PREFLIGHT_SECONDS = 7200;

/**
 * Enables CORS for these origins on both APIs, with cookies and keys. Call after securityHeaders(), to whose Vary it adds Origin;
 * preflights are answered before any parsing.
 */
export function allowOrigins(app: NestExpressApplication, origins: readonly string[]): void {
  if (origins.length === 0) return;
  const allowed = {
    origin: [...origins],
    credentials: true,
    exposedHeaders: EXPOSED_HEADERS,
    maxAge: PREFLIGHT_SECONDS,
  };
  app.enableCors(({ path }: Request, done: (error: null, options: object) => void) =>
    done(null, path.startsWith('/docs') ? { origin: false } : allowed),
  );
}
