import { Injectable } from '@nestjs/common';
import type { Tx } from '@tandem/database';
import { PlacementsRepository } from '@tandem/orders';
import type { ProviderOperation } from '@tandem/provider-operations';
import type { LedgerKind } from './ledger-entry';
import { LedgerTotals } from './ledger-totals';
import { LedgerRepository } from './ledger.repository';
import { PaymentEvents } from './payment-events';
import { PaymentsRepository, type Movement } from './payments.repository';
import { RefundCredit } from './refund-credit';
import { ReleaseRest } from './release-rest';

export const KIND_OF = { capture: 'capture', refund: 'refund', cancel: 'cancellation' } satisfies Record<
  Movement,
  LedgerKind
>;

/** What an operation of a payment came to, as the ledger has it: entry, totals and events, or its reservation given back. */
@Injectable()
export class RecordMovement {
  constructor(
    private readonly payments: PaymentsRepository,
    private readonly entries: LedgerRepository,
    private readonly totals: LedgerTotals,
    private readonly events: PaymentEvents,
    private readonly releaseRest: ReleaseRest,
    private readonly refundCredit: RefundCredit,
    private readonly placements: PlacementsRepository,
  ) {}

  async succeeded(tx: Tx, operation: ProviderOperation, reference: string): Promise<void> {
    const { storeId, orderId, collectionId, amount, details } = operation;
    const { refundReasonId } = details;
    const movement = operation.verb as Movement;
    const paymentId = paymentOf(operation);
    const kind = KIND_OF[movement];
    // A refund may have been shown while it was pending: its id stays.
    const id = movement === 'refund' ? operation.id : undefined;
    const entryId = await this.entries.insert(tx, { operation, paymentId, kind, amount, reference, id });
    // Whoever takes the money of an open order wants it placed, and may be killed before they have placed it.
    if (movement === 'capture') await this.placements.request(tx, { storeId, id: orderId });
    if (movement === 'refund' && details.orderWasPlaced !== false)
      await this.refundCredit.write(tx, { storeId, orderId, collectionId, amount, entryId, refundReasonId });
    const moved = await this.totals.add(tx, movement, { storeId, collectionId, paymentId, amount });
    const payment =
      movement === 'capture' ? await this.releaseRest.run(tx, operation, moved, reference) : moved;
    if (payment !== null) await this.events.moved(tx, { movement, amount, refundReasonId, payment, entryId });
  }

  /** What was set aside is left again; where a capture beside it was the gateway's only one, that has let go of it. */
  async declined(tx: Tx, operation: ProviderOperation): Promise<void> {
    const { storeId, amount } = operation;
    const movement = operation.verb as Movement;
    if (movement === 'capture') await this.releaseRest.lockFor(tx, operation);
    const key = { storeId, id: paymentOf(operation) };
    const payment = await this.payments.release(tx, movement, key, amount);
    if (movement === 'capture') await this.releaseRest.run(tx, operation, payment, null);
  }
}

function paymentOf(operation: ProviderOperation): string {
  if (operation.paymentId === null) throw new Error(`operation ${operation.id} is about no payment`);
  return operation.paymentId;
}
