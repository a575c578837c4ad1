import { Injectable } from '@nestjs/common';
import { LoginSessionsRepository } from '@tandem/auth';
import { Worker } from '@tandem/jobs';
import { ExpiredLoginsRepository } from './expired-logins.repository';

const POLL_INTERVAL_MS = 10 * 60_000;
const BATCH = 500;

/** Deletes expired rows of logins: their owners may never log in again. */
@Injectable()
export class SweepLogins extends Worker {
  constructor(
    private readonly logins: ExpiredLoginsRepository,
    private readonly sessions: LoginSessionsRepository,
  ) {
    super(POLL_INTERVAL_MS, BATCH);
  }

  /** Runs one batch; returns how many rows were deleted. */
  async run(): Promise<number> {
    return (await this.logins.deleteExpired(BATCH)) + (await this.sessions.sweep(BATCH));
  }
}
