import { Injectable } from '@nestjs/common';
import type { Tx } from '@tandem/database';
import { Events } from '@tandem/outbox';
import { AbandonedSessionsRepository } from './abandoned-sessions.repository';
import type { CollectionDetails, PaymentSession } from '../payment-session';
import { OPEN_STATES } from '../payment-session.states';
import { sessionEvents } from '../session-event';

/** Cancels the open sessions of a collection, e.g. when its order is canceled. */
@Injectable()
export class CancelOpenSessions {
  constructor(
    private readonly sessions: AbandonedSessionsRepository,
    private readonly events: Events,
  ) {}

  /** The collection must be locked. Returns the canceled sessions. */
  async run(tx: Tx, storeId: string, collectionId: string): Promise<readonly PaymentSession[]> {
    const canceled = await this.sessions.cancelOpen(tx, storeId, collectionId);
    await this.events.publish(tx, canceled.flatMap(sessionEvents));
    return canceled;
  }

  /** The same for a collection that was read under its lock: nothing to do if none is open. Returns it as it is now. */
  async cancelInCollection(tx: Tx, details: CollectionDetails): Promise<CollectionDetails> {
    const { collection, sessions } = details;
    if (!sessions.some(mayBeOpen)) return details;
    const canceled = await this.run(tx, collection.storeId, collection.id);
    const byId = new Map(canceled.map((session) => [session.id, session]));
    return { ...details, sessions: sessions.map((session) => byId.get(session.id) ?? session) };
  }
}

/** One that reads as expired may still be open in the table. */
function mayBeOpen({ state }: PaymentSession): boolean {
  return state === 'expired' || OPEN_STATES.includes(state);
}
