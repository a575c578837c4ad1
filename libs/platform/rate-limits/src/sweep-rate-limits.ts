import { Injectable } from '@nestjs/common';
import { Worker } from '@tandem/jobs';
import { RateLimitsRepository } from './rate-limits.repository';

// An address is kept no longer than this after its minute.
const EVERY_MS = 5 * 60_000;
const ROUND = 500;

/** Deletes counts whose minute is over. */
@Injectable()
export class SweepRateLimits extends Worker {
  constructor(private readonly rows: RateLimitsRepository) {
    super(EVERY_MS, ROUND);
  }

  /** One round; how many were deleted. */
  run(): Promise<number> {
    return this.rows.sweep(ROUND);
  }
}
