import { Injectable } from '@nestjs/common';
import { Worker } from '@tandem/jobs';
import { EventsRepository } from './events.repository';

const POLL_INTERVAL_MS = 10 * 60_000;
const BATCH_SIZE = 500;

/** Deletes events 30 days after they happened, and their deliveries: an operator has had the time to send one again. */
@Injectable()
export class SweepOutbox extends Worker {
  constructor(private readonly events: EventsRepository) {
    super(POLL_INTERVAL_MS, BATCH_SIZE);
  }

  /** One round; how many were deleted. */
  run(): Promise<number> {
    return this.events.sweep(BATCH_SIZE);
  }
}
