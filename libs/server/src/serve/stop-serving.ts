import { setTimeout as pause } from 'node:timers/promises';
import type { Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { NestExpressApplication } from '@nestjs/platform-express';

const POLL_MS = 50;

// A gateway call takes at most 10 s. What is unanswered after that is an incomplete request or a client that does not read, and
// the workers, the pool and Postgres still have to stop. After close() Node's own request timeouts no longer apply (Node 20).
const DRAIN_MS = 12_000;

/**
 * Accepts no new connections and waits until in-flight requests are answered. Idle keep-alive connections are closed; a busy one
 * gets `Connection: close` with its next response.
 */
export class StopServing {
  private readonly server: Server;
  private readonly sockets = new Set<Socket>();

  /** Create it before the server listens: it must see every connection. */
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
    for (const until = Date.now() + DRAIN_MS; !isClosed;) {
      this.server.closeIdleConnections();
      // Bytes that clients sent before the stop are read during the first pause.
      await pause(POLL_MS);
      this.closeSilent();
      if (Date.now() > until) this.server.closeAllConnections();
    }
  }

  /** Browsers open connections ahead of use. Node counts one that has sent nothing as busy (Node 20). */
  private closeSilent(): void {
    for (const socket of this.sockets) if (socket.bytesRead === 0) socket.destroy();
  }
}
