import { Injectable } from '@nestjs/common';
import { Worker } from '@tandem/jobs';
import { EVENTS_A_ROUND, HandleEvents } from '../apply/handle-events';

const EVERY_MS = 1000;

/**
 * Works off events that were stored before they were verified (by earlier versions, and of gateways that must be asked), in rounds
 * of their own, so that a backlog of them delays no verified one.
 */
@Injectable()
export class HandleUnverifiedEvents extends Worker {
  constructor(private readonly handling: HandleEvents) {
    super(EVERY_MS, EVENTS_A_ROUND);
  }

  run(): Promise<number> {
    return this.handling.handleDue({ isVerified: false });
  }
}
