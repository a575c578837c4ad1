import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Database, type Tx } from '@tandem/database';
import { Events } from '@tandem/events';
import { PaymentSessionsRepository } from './payment-sessions.repository';
import { sessionEvents } from './session-event';

const EVERY_MS = 60_000;

// Small enough that a round never holds many rows; it goes on until one comes back short.
const ROUND = 500;

/** Writes down that the time of sessions is over. They count as expired from that moment on; this keeps the table so. */
@Injectable()
export class ExpireSessions implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(ExpireSessions.name);
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly database: Database,
    private readonly sessions: PaymentSessionsRepository,
    private readonly events: Events,
  ) {}

  onApplicationBootstrap(): void {
    const expire = (): void =>
      void this.run().catch((error: unknown) => this.logger.warn(`expiry failed: ${String(error)}`));
    this.timer = setInterval(expire, EVERY_MS).unref();
    expire();
  }

  onApplicationShutdown(): void {
    if (this.timer) clearInterval(this.timer);
  }

  /** How many it was. */
  async run(): Promise<number> {
    for (let expired = 0; ;) {
      const round = await this.database.transaction((tx) => this.round(tx));
      expired += round;
      if (round < ROUND) return expired;
    }
  }

  private async round(tx: Tx): Promise<number> {
    const expired = await this.sessions.expire(tx, ROUND);
    await this.events.publish(tx, expired.flatMap(sessionEvents));
    return expired.length;
  }
}
