import type { Server } from 'node:http';
import type { NestExpressApplication } from '@nestjs/platform-express';

// A request of 100 KiB comes in this time over any line that can shop; who is slower holds a socket for nothing. Node looks every 30 s.
const REQUEST_MS = 30_000;

/**
 * How long a client's connection is kept. Between two requests it must be longer than the load balancer in front keeps it: otherwise
 * the balancer sends a request into a connection that is just being closed, and answers 502.
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
