import { Injectable } from '@nestjs/common';
import type { Tx } from '@tandem/database';
import { claimed } from '@tandem/payment-collections';
import { CancelOpenSessions } from '@tandem/payment-sessions';
import { CartHasPayments } from '../checkout.errors';
import type { LockedOrder } from '../order-locks';

/** Whoever was about to pay a cart pays it no more: their sessions are given up. */
@Injectable()
export class CancelSessionsOf {
  constructor(private readonly sessions: CancelOpenSessions) {}

  /** @throws CartHasPayments where money is held for it, or under way */
  async run(tx: Tx, { collection }: LockedOrder): Promise<void> {
    if (claimed(collection).isPositive()) throw new CartHasPayments();
    await this.sessions.run(tx, collection.storeId, collection.id);
  }
}
