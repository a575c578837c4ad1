import { setTimeout as pause } from 'node:timers/promises';
import type { Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { NestExpressApplication } from '@nestjs/platform-express';

const POLL_MS = 50;

// A gateway call takes 10 s at most. What is not answered by then is half a request or a client that does not read, and the
// workers, the pool and Postgres still have to stop. After close() Node's own bounds of a request no longer act (Node 20).
const ANSWER_MS = 12_000;

/**
 * Takes no new connections, and waits until each request in hand is answered. A connection that is open for a next request is
 * closed once it has none; a client that goes on sending learns from its next response that it was the last one there.
 */
export class StopServing {
  private readonly server: Server;
  private readonly sockets = new Set<Socket>();

  /** Before the server listens: it must see every connection. */
  constructor(app: NestExpressApplication) {
    this.server = app.getHttpServer();
    this.server.on('connection', (socket: Socket) => {
      this.sockets.add(socket);
      socket.once('close', () => this.sockets.delete(socket));
    });
  }

  async run(): Promise<void> {
    let isClosed = false;
    this.server.prependListener('request', (_request: unknown, response: ServerResponse) => {
      response.setHeader('connection', 'close');
    });
    this.server.close(() => (isClosed = true));
    for (const until = Date.now() + ANSWER_MS; !isClosed;) {
      this.server.closeIdleConnections();
      // What a client had sent before the stop is read during the first pause.
      await pause(POLL_MS);
      this.closeSilent();
      if (Date.now() > until) this.server.closeAllConnections();
    }
  }

  /** A browser opens connections ahead of use. Node counts one that has sent nothing yet as busy (Node 20). */
  private closeSilent(): void {
    for (const socket of this.sockets) if (socket.bytesRead === 0) socket.destroy();
  }
}
