import { Injectable } from '@nestjs/common';
import type { Tx } from '@tandem/database';
import type { GatewayAccount } from '@tandem/payment-methods';
import type { Payment } from '../payment';
import { PaymentsRepository } from '../payments.repository';

/** Finds the payment that a gateway's event is about. */
@Injectable()
export class GatewayPaymentsReader {
  constructor(private readonly payments: PaymentsRepository) {}

  /** The payment with the gateway's id of its charge, in any store of the account. */
  findByReference(tx: Tx, account: GatewayAccount, reference: string): Promise<Payment | null> {
    return this.payments.findByReference(tx, account, reference);
  }

  /** Locks the payment of a session. The session, its collection and its order must be locked before. */
  async lockBySession(
    tx: Tx,
    { storeId, id }: { readonly storeId: string; readonly id: string },
  ): Promise<Payment | null> {
    const found = await this.payments.findBySession(tx, storeId, id);
    return found && this.payments.lockForUpdate(tx, found.storeId, found.id);
  }
}
