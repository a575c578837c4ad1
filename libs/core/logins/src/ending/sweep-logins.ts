import { Injectable } from '@nestjs/common';
import { Worker } from '@tandem/jobs';
import { ExpiredLoginsRepository } from './expired-logins.repository';

const POLL_INTERVAL_MS = 10 * 60_000;
const BATCH = 500;

/** Deletes expired rows of logins: their owners may never log in again. */
@Injectable()
export class SweepLogins extends Worker {
  constructor(private readonly logins: ExpiredLoginsRepository) {
    super(POLL_INTERVAL_MS, BATCH);
  }

  /** Runs one batch; returns how many rows were deleted. */
  run(): Promise<number> {
    return this.logins.deleteExpired(BATCH);
  }
}
