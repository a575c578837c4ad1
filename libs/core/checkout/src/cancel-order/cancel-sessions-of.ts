import { Injectable } from '@nestjs/common';
import type { Tx } from '@tandem/database';
import { claimed } from '@tandem/payment-collections';
import { CancelOpenSessions } from '@tandem/payment-sessions';
import { CartHasPayments } from '../checkout.errors';
import type { LockedOrder } from '../order-locks';

/** Cancels the open sessions of a cart, so that a shopper who started to pay it cannot continue. */
@Injectable()
export class CancelSessionsOf {
  constructor(private readonly sessions: CancelOpenSessions) {}

  /** @throws CartHasPayments where a payment is authorized or in flight */
  async run(tx: Tx, { collection }: LockedOrder): Promise<void> {
    if (claimed(collection).isPositive()) throw new CartHasPayments();
    await this.sessions.run(tx, collection.storeId, collection.id);
  }
}
