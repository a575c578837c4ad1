import { setTimeout as pause } from 'node:timers/promises';
import { anOrder, call, type Call, type Reply } from '../../support/http';
import type { Random } from '../../support/random';
import type { Server } from '../../support/server-process';
import type { OrderMade, StoreMade } from '../../support/tandem';

// A client that waits longer than this for one answer has given up long before. (On a busy machine most of it is starts.)
const PATIENCE_MS = 240_000;

/** A server that is killed now and then as the kernel would, and started again. */
export class Victim {
  kills = 0;
  private server: Server | null = null;
  private stopped = false;

  constructor(private readonly up: () => Promise<Server>) {}

  async start(): Promise<void> {
    this.server = await this.up();
  }

  /** Kills it `times`, each some time after it has come up. */
  async suffer(times: number, random: Random): Promise<void> {
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

  /** While it is left alone. */
  order(store: StoreMade): Promise<OrderMade> {
    return anOrder(store, {}, this.server?.url);
  }

  /** Sends a request as a careful client does: again with the same key, until somebody says yes or no. */
  async ask(method: string, path: string, sent: Omit<Call, 'server'>): Promise<Reply> {
    for (const end = Date.now() + PATIENCE_MS; Date.now() < end;) {
      const reply = await this.try(method, path, sent);
      if (reply && reply.status < 500 && reply.status !== 409) return reply;
      await pause(100);
    }
    throw new Error(`${method} ${path}: no answer`);
  }

  /** Once; null where nobody answered. */
  async try(method: string, path: string, sent: Omit<Call, 'server'>): Promise<Reply | null> {
    if (!this.server) return null;
    try {
      return await call(method, path, { ...sent, server: this.server.url });
    } catch {
      return null;
    }
  }
}
