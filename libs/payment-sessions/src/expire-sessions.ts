import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { inRounds, Rounds } from '@tandem/context';
import { PaymentSessionsRepository } from './payment-sessions.repository';

const EVERY_MS = 60_000;
const ROUND = 500;

/** Writes down that the time of sessions is over. They count as expired from that moment on; this keeps the table so. */
@Injectable()
export class ExpireSessions implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly rounds = new Rounds(new Logger(ExpireSessions.name), EVERY_MS, () => this.run());

  constructor(private readonly sessions: PaymentSessionsRepository) {}

  onApplicationBootstrap(): void {
    this.rounds.start();
  }

  onApplicationShutdown(): Promise<void> {
    return this.rounds.stop();
  }

  /** How many it was. */
  run(): Promise<number> {
    return inRounds(ROUND, (limit) => this.sessions.expire(limit));
  }
}
