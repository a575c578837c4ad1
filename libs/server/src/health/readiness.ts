import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import type { Response } from 'express';

/** Whether the server can take requests: its database is reachable and the migrations are done. */
@Injectable()
export class Readiness {
  constructor(private readonly database: Database) {}

  /** 200, or 503 until it is so. */
  async answer(response: Response): Promise<void> {
    const isReady = await this.database.isReady();
    response.status(isReady ? 200 : 503).json({ status: isReady ? 'ok' : 'unavailable' });
  }
}
