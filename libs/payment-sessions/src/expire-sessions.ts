import { Injectable } from '@nestjs/common';
import { inRounds, Worker } from '@tandem/context';
import { Database, type Tx } from '@tandem/database';
import { Events } from '@tandem/events';
import { GivenUpSessions } from './given-up-sessions.repository';
import { sessionEvents } from './session-event';

const EVERY_MS = 60_000;
const ROUND = 500;

/** Writes down that the time of sessions is over. They count as expired from that moment on; this keeps the table so. */
@Injectable()
export class ExpireSessions extends Worker {
  constructor(
    private readonly database: Database,
    private readonly sessions: GivenUpSessions,
    private readonly events: Events,
  ) {
    super(EVERY_MS);
  }

  /** How many it was. */
  run(): Promise<number> {
    return inRounds(ROUND, (limit) => this.database.transaction((tx) => this.round(tx, limit)));
  }

  private async round(tx: Tx, limit: number): Promise<number> {
    const expired = await this.sessions.expire(tx, limit);
    await this.events.publish(tx, expired.flatMap(sessionEvents));
    return expired.length;
  }
}
