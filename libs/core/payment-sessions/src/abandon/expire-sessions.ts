import { Injectable } from '@nestjs/common';
import { byStore, Database, type Tx } from '@tandem/database';
import { Worker } from '@tandem/jobs';
import { Events } from '@tandem/outbox';
import { AbandonedSessionsRepository } from './abandoned-sessions.repository';
import { sessionEvents } from '../session-event';

const POLL_INTERVAL_MS = 60_000;
const BATCH_SIZE = 500;

/** Marks expired sessions in the table and publishes their events. Reads treat them as expired even before. */
@Injectable()
export class ExpireSessions extends Worker {
  constructor(
    private readonly database: Database,
    private readonly sessions: AbandonedSessionsRepository,
    private readonly events: Events,
  ) {
    super(POLL_INTERVAL_MS, BATCH_SIZE);
  }

  /** One batch. Returns the number of sessions. */
  async run(): Promise<number> {
    const over = await this.sessions.findOver(this.database, BATCH_SIZE);
    let expired = 0;
    for (const [storeId, ofStore] of byStore(over)) {
      const ids = ofStore.map(({ id }) => id);
      expired += await this.database.transaction((tx) => this.expire(tx, storeId, ids));
    }
    return expired;
  }

  private async expire(tx: Tx, storeId: string, ids: readonly string[]): Promise<number> {
    const expired = await this.sessions.expire(tx, storeId, ids);
    await this.events.publish(tx, expired.flatMap(sessionEvents));
    return expired.length;
  }
}
