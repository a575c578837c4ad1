import { setTimeout as pause } from 'node:timers/promises';
import type { Server, ServerResponse } from 'node:http';
import type { NestExpressApplication } from '@nestjs/platform-express';

const POLL_MS = 50;

/**
 * Takes no new connections, and waits until each request in hand is answered. A connection that is kept for a next request is
 * closed once it has none; a client that goes on sending is told with its next response that it was the last one there.
 */
export async function stopServing(app: NestExpressApplication): Promise<void> {
  const server: Server = app.getHttpServer();
  let isClosed = false;
  server.prependListener('request', (_request: unknown, response: ServerResponse) => {
    response.setHeader('connection', 'close');
  });
  server.close(() => (isClosed = true));
  for (; !isClosed; await pause(POLL_MS)) server.closeIdleConnections();
}
