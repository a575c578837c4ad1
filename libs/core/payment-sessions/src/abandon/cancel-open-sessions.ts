import { Injectable } from '@nestjs/common';
import type { Tx } from '@tandem/database';
import { Events } from '@tandem/outbox';
import { AbandonedSessionsRepository } from './abandoned-sessions.repository';
import { sessionEvents } from '../session-event';

/** The sessions of a collection that can still be completed make way, e.g. when their order is canceled. */
@Injectable()
export class CancelOpenSessions {
  constructor(
    private readonly sessions: AbandonedSessionsRepository,
    private readonly events: Events,
  ) {}

  /** Only while the collection is locked. */
  async run(tx: Tx, storeId: string, collectionId: string): Promise<void> {
    const canceled = await this.sessions.cancelOpen(tx, storeId, collectionId);
    await this.events.publish(tx, canceled.flatMap(sessionEvents));
  }
}
