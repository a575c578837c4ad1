import { Injectable } from '@nestjs/common';
import { LoginSessions } from '@tandem/auth';
import { Worker } from '@tandem/jobs';
import { ExpiredLoginsRepository } from './expired-logins.repository';

const EVERY_MS = 10 * 60_000;
const ROUND = 500;

/** Deletes expired rows of logins, whose owners may never log in again. */
@Injectable()
export class SweepLogins extends Worker {
  constructor(
    private readonly logins: ExpiredLoginsRepository,
    private readonly sessions: LoginSessions,
  ) {
    super(EVERY_MS, ROUND);
  }

  /** One round; how many rows were deleted. */
  async run(): Promise<number> {
    return (await this.logins.sweep(ROUND)) + (await this.sessions.sweep(ROUND));
  }
}
