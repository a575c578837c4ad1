import { Injectable } from '@nestjs/common';
import { Worker } from '@tandem/jobs';
import { EVENTS_A_ROUND, HandleEvents } from '../apply/handle-events';

const POLL_INTERVAL_MS = 1000;

/**
 * Processes events that were stored unverified (by earlier versions, and of providers that must call their gateway), in
 * separate batches, so that a backlog does not delay verified ones.
 */
@Injectable()
export class HandleUnverifiedEvents extends Worker {
  constructor(private readonly handling: HandleEvents) {
    super(POLL_INTERVAL_MS, EVENTS_A_ROUND);
  }

  run(): Promise<number> {
    return this.handling.handleDue({ isVerified: false });
  }
}
