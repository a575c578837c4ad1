import { Injectable } from '@nestjs/common';
import { Worker } from '@tandem/jobs';
import { WebhookEvents } from './webhook-events.repository';

const EVERY_MS = 10 * 60_000;
// A body may have 100 KiB.
const ROUND = 200;

/** Deletes events 30 days after they came: longer than any gateway sends one again. What was parked stays for a year. */
@Injectable()
export class SweepEvents extends Worker {
  constructor(private readonly events: WebhookEvents) {
    super(EVERY_MS, ROUND);
  }

  /** One round; how many were deleted. */
  run(): Promise<number> {
    return this.events.sweep(ROUND);
  }
}
