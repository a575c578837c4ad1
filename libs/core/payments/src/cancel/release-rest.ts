import { Injectable } from '@nestjs/common';
import type { Tx } from '@tandem/database';
import { newId } from '@tandem/ids';
import { CollectionsRepository } from '@tandem/payment-collections';
import { ProviderRegistry } from '@tandem/payment-providers';
import type { EntrySource } from '../ledger/entry-source';
import type { LedgerEntry } from '../ledger/ledger-entry';
import { LedgerTotals } from '../ledger/ledger-totals';
import { LedgerRepository } from '../ledger/ledger.repository';
import { capturable, type Payment } from '../payment';

/** A payment as the ledger has just made it, with all entries of it. */
export interface RecordedPayment {
  readonly payment: Payment;
  readonly entries: readonly LedgerEntry[];
}

/**
 * A gateway that captures once lets go of the rest of the hold with that capture. The ledger writes it in the transaction that
 * settles the capture, as a cancellation under the same operation.
 */
@Injectable()
export class ReleaseRest {
  constructor(
    private readonly registry: ProviderRegistry,
    private readonly collections: CollectionsRepository,
    private readonly totals: LedgerTotals,
    private readonly entries: LedgerRepository,
  ) {}

  /** `payment` as it is after the capture, or after one that was declined beside it. Null where nothing was left to release. */
  async run(
    tx: Tx,
    source: EntrySource,
    payment: Payment | null,
    reference: string | null,
  ): Promise<RecordedPayment | null> {
    if (payment === null || payment.state !== 'captured' || !this.capturesOnce(payment.providerId))
      return null;
    const amount = capturable(payment);
    if (!amount.isPositive()) return null;
    const { storeId, collectionId, id: paymentId } = payment;
    const kind = 'cancellation' as const;
    const entries = await this.entries.append(tx, {
      source,
      paymentId,
      kind,
      amount,
      reference,
      id: newId(),
    });
    const released = await this.totals.releaseRest(tx, { storeId, collectionId, paymentId, amount });
    return released && { payment: released, entries };
  }

  /** Before a declined capture is taken back: the collection's lock comes before the payment's. */
  async lockFor(
    tx: Tx,
    { storeId, collectionId, providerId }: Pick<Payment, 'storeId' | 'collectionId' | 'providerId'>,
  ): Promise<void> {
    if (this.capturesOnce(providerId)) await this.collections.lock(tx, storeId, collectionId);
  }

  private capturesOnce(providerId: string): boolean {
    return this.registry.find(providerId)?.capabilities.supports.capture === 'once';
  }
}
