import { Injectable } from '@nestjs/common';
import { Worker } from '@tandem/jobs';
import { RefreshTokensRepository } from './refresh-tokens.repository';

const EVERY_MS = 10 * 60_000;
const ROUND = 500;

/** Deletes refresh tokens whose time is over, whoever they are of: their customer may never log in again. */
@Injectable()
export class SweepRefreshTokens extends Worker {
  constructor(private readonly tokens: RefreshTokensRepository) {
    super(EVERY_MS, ROUND);
  }

  /** One round; how many were deleted. */
  run(): Promise<number> {
    return this.tokens.sweep(ROUND);
  }
}
