import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import type { Response } from 'express';

/** The server is ready once its database is reachable and the migrations are done. */
@Injectable()
export class Readiness {
  constructor(private readonly database: Database) {}

  /** Responds 200 if ready, else 503. */
  async respond(response: Response): Promise<void> {
    const isReady = await this.database.isReady();
    response.status(isReady ? 200 : 503).json({ status: isReady ? 'ok' : 'unavailable' });
  }
}
