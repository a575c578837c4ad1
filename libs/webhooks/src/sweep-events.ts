import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { inRounds, Rounds } from '@tandem/context';
import { WebhookEvents } from './webhook-events.repository';

const EVERY_MS = 10 * 60_000;
// A body may have 100 KiB.
const ROUND = 200;

/** Deletes events 30 days after they came: longer than any gateway sends one again. What was parked stays for a year. */
@Injectable()
export class SweepEvents implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly rounds = new Rounds(new Logger(SweepEvents.name), EVERY_MS, () => this.run());

  constructor(private readonly events: WebhookEvents) {}

  onApplicationBootstrap(): void {
    this.rounds.start();
  }

  onApplicationShutdown(): Promise<void> {
    return this.rounds.stop();
  }

  /** How many were deleted. */
  run(): Promise<number> {
    return inRounds(ROUND, (limit) => this.events.sweep(limit));
  }
}
