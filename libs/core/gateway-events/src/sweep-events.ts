import { Injectable } from '@nestjs/common';
import { Worker } from '@tandem/jobs';
import { WebhookEventsRepository } from './webhook-events.repository';

const POLL_INTERVAL_MS = 10 * 60_000;
// A body may have up to 100 KiB.
const BATCH_SIZE = 200;

/** Deletes events 30 days after receipt: longer than any gateway retries. Parked ones are deleted after a year. */
@Injectable()
export class SweepEvents extends Worker {
  constructor(private readonly events: WebhookEventsRepository) {
    super(POLL_INTERVAL_MS, BATCH_SIZE);
  }

  /** Deletes one batch; returns its size. */
  run(): Promise<number> {
    return this.events.sweep(BATCH_SIZE);
  }
}
