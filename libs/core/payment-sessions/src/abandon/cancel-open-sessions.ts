import { Injectable } from '@nestjs/common';
import type { Tx } from '@tandem/database';
import { Events } from '@tandem/outbox';
import { AbandonedSessionsRepository } from './abandoned-sessions.repository';
import { sessionEvents } from '../session-event';

/** Cancels the open sessions of a collection, e.g. when its order is canceled. */
@Injectable()
export class CancelOpenSessions {
  constructor(
    private readonly sessions: AbandonedSessionsRepository,
    private readonly events: Events,
  ) {}

  /** The collection must be locked. */
  async run(tx: Tx, storeId: string, collectionId: string): Promise<void> {
    const canceled = await this.sessions.cancelOpen(tx, storeId, collectionId);
    await this.events.publish(tx, canceled.flatMap(sessionEvents));
  }
}
