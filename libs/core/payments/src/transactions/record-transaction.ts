import { Injectable } from '@nestjs/common';
import type { Tx } from '@tandem/database';
import { newId } from '@tandem/ids';
import { Money } from '@tandem/money';
import { PlacementsRepository, type LockedState } from '@tandem/orders';
import { CollectionsRepository } from '@tandem/payment-collections';
import { ProviderRegistry } from '@tandem/payment-providers';
import type { PaymentVerb, ProviderOperation } from '@tandem/provider-operations';
import { PaymentEvents } from '../events/payment-events';
import { atGateway, entrySourceOf, type EntrySource } from '../ledger/entry-source';
import type { LedgerEntry, LedgerKind } from '../ledger/ledger-entry';
import { LedgerRepository } from '../ledger/ledger.repository';
import { capturable, type Payment } from '../payment';
import { PaymentsRepository } from '../payments.repository';
import { RefundCredit } from '../refund/refund-credit';

export const KIND_OF = { capture: 'capture', refund: 'refund', cancel: 'cancellation' } satisfies Record<
  PaymentVerb,
  LedgerKind
>;

const ADD_TO_COLLECTION = {
  capture: 'addCaptured',
  refund: 'addRefunded',
  cancel: 'addCanceled',
} as const satisfies Record<PaymentVerb, keyof CollectionsRepository>;

/** A capture, refund or cancel that the gateway has made: for an operation of ours, or at the gateway itself. */
export interface NewTransaction {
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

/** A payment as the ledger has just made it, with all entries of it. */
export interface RecordedPayment {
  readonly payment: Payment;
  readonly entries: readonly LedgerEntry[];
}

/**
 * What became of a payment's money, as the ledger has it: entry, totals and events, or its reservation given back. The totals of the
 * collection change before those of its payment: every transaction takes the two locks in this order.
 * A gateway that captures once lets go of the rest of the hold with that capture: the ledger has it as a cancellation beside it.
 */
@Injectable()
export class RecordTransaction {
  constructor(
    private readonly registry: ProviderRegistry,
    private readonly collections: CollectionsRepository,
    private readonly payments: PaymentsRepository,
    private readonly entries: LedgerRepository,
    private readonly events: PaymentEvents,
    private readonly refundCredit: RefundCredit,
    private readonly placements: PlacementsRepository,
  ) {}

  /** The payment after it. `order` is locked, but for a cancellation. */
  async succeeded(
    tx: Tx,
    operation: ProviderOperation<PaymentVerb>,
    reference: string,
    order: LockedState | null,
  ): Promise<RecordedPayment> {
    const { verb, paymentId, amount } = operation;
    // Whoever takes the money of an open order wants it placed, and may be killed before they have placed it.
    if (verb === 'capture' && order?.state === 'open') await this.placements.request(tx, order);
    // A refund may have been shown while it was pending: its id stays.
    const id = verb === 'refund' ? operation.id : newId();
    const source = entrySourceOf(operation);
    return this.write(tx, { source, verb, paymentId, amount, reference, id }, order);
  }

  /** The same for what no operation of ours did; it was reserved all the same. */
  async write(tx: Tx, made: NewTransaction, order: LockedState | null): Promise<RecordedPayment> {
    const { source, verb, paymentId, amount, reference, id } = made;
    const entry = { source, paymentId, kind: KIND_OF[verb], amount, reference, id };
    const entries = await this.entries.append(tx, entry);
    if (verb === 'refund') await this.refundCredit.write(tx, { source, amount, entryId: id }, order);
    const payment = await this.addToTotals(tx, made, amount);
    const released = verb === 'capture' ? await this.releaseRest(tx, source, payment, reference) : null;
    const recorded = released ?? { payment, entries };
    const { refundReasonId } = source;
    await this.events.recorded(tx, { verb, amount, refundReasonId, payment: recorded.payment, entryId: id });
    return recorded;
  }

  /** What was set aside is left again; where a capture beside it was the gateway's only one, that has let go of it. */
  async declined(tx: Tx, operation: ProviderOperation<PaymentVerb>): Promise<void> {
    const { storeId, collectionId, providerId, paymentId, amount, verb } = operation;
    const releasesRest = verb === 'capture' && this.capturesOnce(providerId);
    // The collection's lock comes before the payment's.
    if (releasesRest) await this.collections.lockForUpdate(tx, storeId, collectionId);
    const payment = await this.payments.release(tx, verb, { storeId, id: paymentId }, amount);
    if (releasesRest) await this.releaseRest(tx, entrySourceOf(operation), payment, null);
  }

  /** A refund was sent back: it stays in the ledger, with an entry beside it that undoes it, and is owed no more. */
  async refundSentBack(tx: Tx, payment: Payment, refund: LedgerEntry): Promise<void> {
    const { storeId, orderId, collectionId, id: paymentId } = payment;
    const { id: entryId, amount, reference } = refund;
    await this.refundCredit.reverse(tx, { storeId, orderId, entryId });
    await this.collections.reverseRefunded(tx, storeId, collectionId, amount);
    const after = await this.payments.reverseRefund(tx, payment, amount);
    const source = atGateway(payment);
    await this.entries.insert(tx, { source, paymentId, kind: 'refund_failure', amount, reference });
    await this.events.refundFailed(tx, after, refund);
  }

  /** `payment` as it is after a capture, or after one that was declined beside it. Null where nothing was left to release. */
  private async releaseRest(
    tx: Tx,
    source: EntrySource,
    payment: Payment,
    reference: string | null,
  ): Promise<RecordedPayment | null> {
    if (payment.state !== 'captured' || !this.capturesOnce(payment.providerId)) return null;
    const amount = capturable(payment);
    if (!amount.isPositive()) return null;
    const { id: paymentId } = payment;
    const entry = { source, paymentId, kind: KIND_OF.cancel, amount, reference, id: newId() };
    const entries = await this.entries.append(tx, entry);
    // Nobody had set it aside.
    const reserved = Money.zero(amount.currency);
    return { payment: await this.addToTotals(tx, { ...entry, verb: 'cancel' }, reserved), entries };
  }

  private async addToTotals(
    tx: Tx,
    { source, verb, paymentId, amount }: Pick<NewTransaction, 'source' | 'verb' | 'paymentId' | 'amount'>,
    reserved: Money,
  ): Promise<Payment> {
    const { storeId, collectionId } = source;
    await this.collections[ADD_TO_COLLECTION[verb]](tx, storeId, collectionId, amount);
    return this.payments.add(tx, verb, { storeId, id: paymentId }, { amount, reserved });
  }

  private capturesOnce(providerId: string): boolean {
    return this.registry.find(providerId)?.capabilities.supports.capture === 'once';
  }
}
