import { setTimeout as pause } from 'node:timers/promises';
import { anOrder, call, type Call, type Reply } from '../../support/http';
import type { Random } from '../../support/random';
import type { Server } from '../../support/server-process';
import type { OrderMade, StoreMade } from '../../support/tandem';

// The longest that a client waits for one response. On a busy machine most of it is restarts.
const WAIT_MS = 240_000;

/** A server that is killed with SIGKILL now and then, and restarted. */
export class TargetServer {
  kills = 0;
  private server: Server | null = null;
  private stopped = false;

  constructor(private readonly launch: () => Promise<Server>) {}

  async start(): Promise<void> {
    this.server = await this.launch();
  }

  /** Kills and restarts it `times` times, each a random time after it has started. */
  async killRepeatedly(times: number, random: Random): Promise<void> {
    for (; this.kills < times && !this.stopped; this.kills++) {
      await pause(random.whole(300, 1500));
      const { server } = this;
      this.server = null;
      await server?.kill();
      await this.start();
    }
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.server?.stop();
  }

  /** Creates an order. Only before the kills begin: the request is not retried. */
  order(store: StoreMade): Promise<OrderMade> {
    return anOrder(store, {}, this.server?.url);
  }

  /** Sends a request as a careful client does: repeated with the same key until there is a clear response. */
  async ask(method: string, path: string, sent: Omit<Call, 'server'>): Promise<Reply> {
    for (const end = Date.now() + WAIT_MS; Date.now() < end;) {
      const reply = await this.try(method, path, sent);
      if (reply && reply.status < 500 && reply.status !== 409) return reply;
      await pause(100);
    }
    throw new Error(`${method} ${path}: no response`);
  }

  /** One attempt; null if there was no response. */
  async try(method: string, path: string, sent: Omit<Call, 'server'>): Promise<Reply | null> {
    if (!this.server) return null;
    try {
      return await call(method, path, { ...sent, server: this.server.url });
    } catch {
      return null;
    }
  }
}
