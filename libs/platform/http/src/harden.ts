import { randomUUID } from 'node:crypto';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import helmet from 'helmet';

const REQUEST_ID = /^[\w-]{1,64}$/;

// What means something for JSON; each header of a page's, on each answer of an API, is time and bytes for nothing.
const headers = helmet({
  frameguard: { action: 'deny' },
  contentSecurityPolicy: false,
  crossOriginEmbedderPolicy: false,
  crossOriginOpenerPolicy: false,
  crossOriginResourcePolicy: false,
  dnsPrefetchControl: false,
  ieNoOpen: false,
  originAgentCluster: false,
  permittedCrossDomainPolicies: false,
  xssFilter: false,
});

// An API's page uses none of these; helmet leaves this header to its user.
const PERMISSIONS = 'camera=(), microphone=(), geolocation=(), payment=()';
// Swagger UI runs scripts and styles it writes into its own page.
const docsHeaders = helmet({ contentSecurityPolicy: false, strictTransportSecurity: false });

export interface HardenOptions {
  /** How many proxies stand in front of the server. */
  readonly trustedProxies: number;
  /** Request headers that responses depend on. */
  readonly variesBy: readonly string[];
}

/** Security headers and a request id on every response. */
export function harden(app: NestExpressApplication, { trustedProxies, variesBy }: HardenOptions): void {
  const vary = ['Accept', ...variesBy].join(', ');
  app.disable('x-powered-by');
  app.set('trust proxy', trustedProxies);
  // An answer about money is never served from a cache, so an ETag is work for nothing.
  app.set('etag', false);
  app.use((request: Request, response: Response, next: NextFunction) => {
    const given = request.get('x-request-id') ?? '';
    response.setHeader('X-Request-Id', REQUEST_ID.test(given) ? given : randomUUID());
    if (request.path.startsWith('/docs')) return docsHeaders(request, response, next);
    // Answers hold order tokens and client secrets: no cache may keep them.
    response.setHeader('Cache-Control', 'private, no-store');
    response.setHeader('Permissions-Policy', PERMISSIONS);
    response.setHeader('Vary', vary);
    headers(request, response, next);
  });
}
