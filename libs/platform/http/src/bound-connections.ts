import type { Server } from 'node:http';
import type { NestExpressApplication } from '@nestjs/platform-express';

// Enough for 100 KiB over a slow mobile line; a slower client would only occupy a socket. Node checks every 30 s.
const REQUEST_MS = 30_000;

/**
 * Connection timeouts. The keep-alive timeout must exceed that of the load balancer in front: otherwise the balancer sends a
 * request into a connection that is just being closed, and answers 502.
 */
export function boundConnections(
  app: NestExpressApplication,
  { keepAliveSeconds }: { readonly keepAliveSeconds: number },
): void {
  const server: Server = app.getHttpServer();
  server.keepAliveTimeout = keepAliveSeconds * 1000;
  server.headersTimeout = REQUEST_MS;
  server.requestTimeout = REQUEST_MS;
}
