import { Injectable } from '@nestjs/common';
import { Worker } from '@tandem/jobs';
import { EventsRepository } from './events.repository';

const POLL_INTERVAL_MS = 10 * 60_000;
const BATCH_SIZE = 500;

/** Deletes events and their deliveries after 30 days, which leaves operators time to resend one. */
@Injectable()
export class SweepOutbox extends Worker {
  constructor(private readonly events: EventsRepository) {
    super(POLL_INTERVAL_MS, BATCH_SIZE);
  }

  /** Deletes one batch; returns how many. */
  run(): Promise<number> {
    return this.events.sweep(BATCH_SIZE);
  }
}
