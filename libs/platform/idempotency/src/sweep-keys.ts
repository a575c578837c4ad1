import { Injectable } from '@nestjs/common';
import { Worker } from '@tandem/jobs';
import { IdempotencyRepository } from './idempotency.repository';

const EVERY_MS = 60_000;
const ROUND = 1000;

/** Deletes keys 24 hours after their first use. Any number of processes may sweep at once. */
@Injectable()
export class SweepKeys extends Worker {
  constructor(private readonly keys: IdempotencyRepository) {
    super(EVERY_MS, ROUND);
  }

  /** One round; how many were deleted. */
  run(): Promise<number> {
    return this.keys.sweep(ROUND);
  }
}
