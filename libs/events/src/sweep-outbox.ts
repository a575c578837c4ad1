import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { inRounds, Rounds } from '@tandem/context';
import { EventsRepository } from './events.repository';

const EVERY_MS = 10 * 60_000;
const ROUND = 500;

/** Deletes events 30 days after they happened, and their deliveries: an operator has had the time to send one again. */
@Injectable()
export class SweepOutbox implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly rounds = new Rounds(new Logger(SweepOutbox.name), EVERY_MS, () => this.run());

  constructor(private readonly events: EventsRepository) {}

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
