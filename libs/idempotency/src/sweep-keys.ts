import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { inRounds, Rounds } from '@tandem/context';
import { IdempotencyRepository } from './idempotency.repository';

const EVERY_MS = 60_000;
const ROUND = 1000;

/** Deletes keys 24 hours after their first use. Any number of processes may sweep at once. */
@Injectable()
export class SweepKeys implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly rounds = new Rounds(new Logger(SweepKeys.name), EVERY_MS, () => this.run());

  constructor(private readonly keys: IdempotencyRepository) {}

  onApplicationBootstrap(): void {
    this.rounds.start();
  }

  onApplicationShutdown(): Promise<void> {
    return this.rounds.stop();
  }

  /** How many were deleted. */
  run(): Promise<number> {
    return inRounds(ROUND, (limit) => this.keys.sweep(limit));
  }
}
