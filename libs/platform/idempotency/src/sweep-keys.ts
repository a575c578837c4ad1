import { Injectable } from '@nestjs/common';
import { Worker } from '@tandem/jobs';
import { IdempotencyRepository } from './idempotency.repository';

const POLL_INTERVAL_MS = 60_000;
const BATCH_SIZE = 1000;

/** Deletes keys 24 hours after their first use. Any number of processes may run it at once. */
@Injectable()
export class SweepKeys extends Worker {
  constructor(private readonly keys: IdempotencyRepository) {
    super(POLL_INTERVAL_MS, BATCH_SIZE);
  }

  /** Deletes one batch; returns how many. */
  run(): Promise<number> {
    return this.keys.sweep(BATCH_SIZE);
  }
}
