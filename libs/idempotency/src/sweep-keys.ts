import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { IdempotencyRepository } from './idempotency.repository';

const EVERY_MS = 60_000;

// Small enough that a sweep never holds many rows at once; it goes on until a round comes back short.
const ROUND = 1000;

/** Deletes keys 24 hours after their first use. Any number of processes may sweep at once. */
@Injectable()
export class SweepKeys implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(SweepKeys.name);
  private timer: NodeJS.Timeout | null = null;

  constructor(private readonly keys: IdempotencyRepository) {}

  onApplicationBootstrap(): void {
    const sweep = (): void =>
      void this.run().catch((error: unknown) => this.logger.warn(`sweep failed: ${String(error)}`));
    this.timer = setInterval(sweep, EVERY_MS).unref();
    sweep();
  }

  onApplicationShutdown(): void {
    if (this.timer) clearInterval(this.timer);
  }

  /** How many were deleted. */
  async run(): Promise<number> {
    for (let deleted = 0; ;) {
      const round = await this.keys.sweep(ROUND);
      deleted += round;
      if (round < ROUND) return deleted;
    }
  }
}
