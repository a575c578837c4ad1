import { Injectable } from '@nestjs/common';
import { Worker } from '@tandem/jobs';
import { RateLimitsRepository } from './rate-limits.repository';

// The longest that an address is stored after its minute.
const POLL_INTERVAL_MS = 5 * 60_000;
const BATCH_SIZE = 500;

/** Deletes counts whose minute is over. */
@Injectable()
export class SweepRateLimits extends Worker {
  constructor(private readonly rows: RateLimitsRepository) {
    super(POLL_INTERVAL_MS, BATCH_SIZE);
  }

  /** Deletes one batch; returns how many. */
  run(): Promise<number> {
    return this.rows.sweep(BATCH_SIZE);
  }
}
