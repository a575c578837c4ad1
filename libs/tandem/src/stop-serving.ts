import { setTimeout as pause } from 'node:timers/promises';
import type { Server } from 'node:http';
import type { NestExpressApplication } from '@nestjs/platform-express';

const POLL_MS = 50;

/**
 * Takes no new connections, and waits until each request in hand is answered. A connection that stays open for a next request
 * is closed once it has none.
 */
export async function stopServing(app: NestExpressApplication): Promise<void> {
  const server: Server = app.getHttpServer();
  let isClosed = false;
  server.close(() => (isClosed = true));
  for (; !isClosed; await pause(POLL_MS)) server.closeIdleConnections();
}
