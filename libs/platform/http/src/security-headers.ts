import { randomUUID } from 'node:crypto';
import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import helmet from 'helmet';

const REQUEST_ID = /^[\w-]{1,64}$/;

// The headers that matter for JSON; the others protect pages, and would only cost time and bytes.
const apiHeaders = helmet({
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

// helmet does not set this header.
const PERMISSIONS = 'camera=(), microphone=(), geolocation=(), payment=()';
// Swagger UI uses inline scripts and styles.
const docsHeaders = helmet({ contentSecurityPolicy: false, strictTransportSecurity: false });

export interface SecurityHeadersOptions {
  /** Number of proxies in front of the server. */
  readonly trustedProxies: number;
  /** Request headers that responses depend on. */
  readonly variesBy: readonly string[];
}

/** Sets security headers and a request id on every response. */
export function securityHeaders(
  app: NestExpressApplication,
  { trustedProxies, variesBy }: SecurityHeadersOptions,
): void {
  const headers: [string, string][] = [
    // Responses contain order tokens and client secrets, so no cache may store them.
    ['Cache-Control', 'private, no-store'],
    ['Permissions-Policy', PERMISSIONS],
    ['Vary', ['Accept', ...variesBy].join(', ')],
    ...headersOf(apiHeaders),
  ];
  app.disable('x-powered-by');
  app.set('trust proxy', trustedProxies);
  // Responses about money are never cached, so an ETag would be wasted work.
  app.set('etag', false);
  app.use((request: Request, response: Response, next: NextFunction) => {
    const requestId = request.get('x-request-id') ?? '';
    response.setHeader('X-Request-Id', REQUEST_ID.test(requestId) ? requestId : randomUUID());
    if (request.path.startsWith('/docs')) return docsHeaders(request, response, next);
    for (const [name, value] of headers) response.setHeader(name, value);
    next();
  });
}

/** helmet's headers depend on no request, so they are determined once. */
function headersOf(setHeaders: typeof apiHeaders): [string, string][] {
  const response = new RecordedHeaders(new IncomingMessage(new Socket()));
  setHeaders(response.req, response, () => undefined);
  return response.headers;
}

class RecordedHeaders extends ServerResponse {
  readonly headers: [string, string][] = [];

  override setHeader(name: string, value: unknown): this {
    this.headers.push([name, String(value)]);
    return this;
  }
}
