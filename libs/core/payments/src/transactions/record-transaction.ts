import { Injectable } from '@nestjs/common';
import type { Tx } from '@tandem/database';
import { newId } from '@tandem/ids';
import type { Money } from '@tandem/money';
import { PlacementsRepository, type LockedState } from '@tandem/orders';
import type { PaymentVerb, ProviderOperation } from '@tandem/provider-operations';
import { entrySourceOf, type EntrySource } from '../ledger/entry-source';
import type { LedgerKind } from '../ledger/ledger-entry';
import { LedgerTotals } from '../ledger/ledger-totals';
import { LedgerRepository } from '../ledger/ledger.repository';
import { PaymentEvents } from '../events/payment-events';
import { PaymentsRepository } from '../payments.repository';
import { RefundCredit } from '../refund/refund-credit';
import { ReleaseRest, type RecordedPayment } from '../cancel/release-rest';

export const KIND_OF = { capture: 'capture', refund: 'refund', cancel: 'cancellation' } satisfies Record<
  PaymentVerb,
  LedgerKind
>;

/** A capture, refund or cancel that the gateway has made: for an operation of ours, or at the gateway itself. */
export interface MadeTransaction {
  readonly source: EntrySource;
  readonly verb: PaymentVerb;
  /** UUID. */
  readonly paymentId: string;
  readonly amount: Money;
  /** The gateway's id of it. */
  readonly reference: string;
  /** The entry's. */
  readonly id: string;
}

/** What became of a payment's money, as the ledger has it: entry, totals and events, or its reservation given back. */
@Injectable()
export class RecordTransaction {
  constructor(
    private readonly payments: PaymentsRepository,
    private readonly entries: LedgerRepository,
    private readonly totals: LedgerTotals,
    private readonly events: PaymentEvents,
    private readonly releaseRest: ReleaseRest,
    private readonly refundCredit: RefundCredit,
    private readonly placements: PlacementsRepository,
  ) {}

  /** The payment after it. `order` is locked, but for a cancellation. */
  async succeeded(
    tx: Tx,
    operation: ProviderOperation<PaymentVerb>,
    reference: string,
    order: LockedState | null,
  ): Promise<RecordedPayment | null> {
    const { verb, paymentId, amount } = operation;
    // Whoever takes the money of an open order wants it placed, and may be killed before they have placed it.
    if (verb === 'capture' && order?.state === 'open') await this.placements.request(tx, order);
    // A refund may have been shown while it was pending: its id stays.
    const id = verb === 'refund' ? operation.id : newId();
    const source = entrySourceOf(operation);
    return this.write(tx, { source, verb, paymentId, amount, reference, id }, order);
  }

  /** The same for what no operation of ours did. A gateway that captures once has let go of the rest with it. */
  async write(tx: Tx, made: MadeTransaction, order: LockedState | null): Promise<RecordedPayment | null> {
    const { source, verb, paymentId, amount, reference, id } = made;
    const { storeId, collectionId, refundReasonId } = source;
    const entry = { source, paymentId, kind: KIND_OF[verb], amount, reference, id };
    const entries = await this.entries.append(tx, entry);
    if (verb === 'refund') await this.refundCredit.write(tx, { source, amount, entryId: id }, order);
    const after = await this.totals.add(tx, verb, { storeId, collectionId, paymentId, amount });
    const released = verb === 'capture' ? await this.releaseRest.run(tx, source, after, reference) : null;
    const recorded = released ?? (after && { payment: after, entries });
    if (recorded === null) return null;
    await this.events.recorded(tx, { verb, amount, refundReasonId, payment: recorded.payment, entryId: id });
    return recorded;
  }

  /** What was set aside is left again; where a capture beside it was the gateway's only one, that has let go of it. */
  async declined(tx: Tx, operation: ProviderOperation<PaymentVerb>): Promise<void> {
    const { storeId, paymentId, amount, verb } = operation;
    if (verb === 'capture') await this.releaseRest.lockFor(tx, operation);
    const payment = await this.payments.release(tx, verb, { storeId, id: paymentId }, amount);
    if (verb === 'capture') await this.releaseRest.run(tx, entrySourceOf(operation), payment, null);
  }
}
