import { Injectable } from '@nestjs/common';
import { inRounds, Worker } from '@tandem/context';
import { EventsRepository } from './events.repository';

const EVERY_MS = 10 * 60_000;
const ROUND = 500;

/** Deletes events 30 days after they happened, and their deliveries: an operator has had the time to send one again. */
@Injectable()
export class SweepOutbox extends Worker {
  constructor(private readonly events: EventsRepository) {
    super(EVERY_MS);
  }

  /** How many were deleted. */
  run(): Promise<number> {
    return inRounds(ROUND, (limit) => this.events.sweep(limit));
  }
}
