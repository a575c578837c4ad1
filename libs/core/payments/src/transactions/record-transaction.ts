import { Injectable } from '@nestjs/common';
import type { Tx } from '@tandem/database';
import { newId } from '@tandem/ids';
import { Money } from '@tandem/money';
import { PlacementsRepository } from '@tandem/orders';
import { CollectionsRepository } from '@tandem/payment-collections';
import { ProviderRegistry } from '@tandem/payment-providers';
import type { PaymentVerb, ProviderOperation } from '@tandem/provider-operations';
import { PaymentEvents } from '../events/payment-events';
import { atGateway, entrySourceOf, type EntrySource } from '../ledger/entry-source';
import type { LedgerEntry, LedgerKind } from '../ledger/ledger-entry';
import { LedgerRepository } from '../ledger/ledger.repository';
import { capturable, type Payment } from '../payment';
import { PaymentsRepository } from '../payments.repository';
import type { LockedOrder } from './payment-locks.repository';
import { RefundCredit } from '../refund/refund-credit';

export const KIND_OF = { capture: 'capture', refund: 'refund', cancel: 'cancellation' } satisfies Record<
  PaymentVerb,
  LedgerKind
>;

/** A capture, refund or cancellation at the gateway, by our operation or made at the gateway itself. */
export interface NewTransaction {
  readonly source: EntrySource;
  readonly verb: PaymentVerb;
  /** UUID. */
  readonly paymentId: string;
  readonly amount: Money;
  /** The gateway's id of it. */
  readonly reference: string;
  /** The entry's id. */
  readonly id: string;
}

/** A payment after a transaction was recorded, with all its entries. */
export interface RecordedPayment {
  readonly payment: Payment;
  readonly entries: readonly LedgerEntry[];
}

/**
 * Records a transaction in the ledger (entry, totals and events), or releases its reservation. Lock order: the collection's totals
 * are changed before the payment's.
 * A gateway that captures only once releases the rest of the authorization with it: that is recorded as a cancellation.
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

  /** Returns the payment after it. `order` is locked; null for a cancellation. */
  async recordSuccess(
    tx: Tx,
    operation: ProviderOperation<PaymentVerb>,
    reference: string,
    order: LockedOrder | null,
  ): Promise<RecordedPayment> {
    const { verb, paymentId, amount } = operation;
    // A capture also places an open order: request it now, in case the process crashes before placing it.
    if (verb === 'capture' && order?.state === 'open') await this.placements.requestPlacement(tx, order);
    // A refund may have been listed while pending, so it keeps its id.
    const id = verb === 'refund' ? operation.id : newId();
    const source = entrySourceOf(operation);
    return this.recordEntry(tx, { source, verb, paymentId, amount, reference, id }, order);
  }

  /** Records a transaction with or without an operation of ours. Its amount is already reserved. */
  async recordEntry(tx: Tx, made: NewTransaction, order: LockedOrder | null): Promise<RecordedPayment> {
    const { source, verb, paymentId, amount, reference, id } = made;
    const entry = { source, paymentId, kind: KIND_OF[verb], amount, reference, id };
    if (verb === 'refund')
      await this.refundCredit.recordCredit(tx, { source, paymentId, amount, entryId: id }, order);
    const [entries, payment] = await Promise.all([
      this.entries.append(tx, entry),
      this.addToTotals(tx, made, amount),
    ]);
    const released = verb === 'capture' ? await this.releaseRest(tx, source, payment, reference) : null;
    const recorded = released ?? { payment, entries };
    const { refundReasonId } = source;
    await this.events.publishRecorded(tx, {
      verb,
      amount,
      refundReasonId,
      payment: recorded.payment,
      entryId: id,
    });
    return recorded;
  }

  /** Releases the reservation. If the gateway's only capture succeeded meanwhile, the rest is recorded as canceled. */
  async recordDecline(tx: Tx, operation: ProviderOperation<PaymentVerb>): Promise<void> {
    const { storeId, collectionId, providerId, paymentId, amount, verb } = operation;
    const releasesRest = verb === 'capture' && this.capturesOnce(providerId);
    // Lock order: collection, payment.
    if (releasesRest) await this.collections.lockForUpdate(tx, storeId, collectionId);
    const payment = await this.payments.release(tx, verb, { storeId, id: paymentId }, amount);
    if (releasesRest) await this.releaseRest(tx, entrySourceOf(operation), payment, null);
  }

  /** The bank returned a refund: it stays in the ledger, a refund_failure entry reverses it, and its credit line is voided. */
  async recordReturnedRefund(tx: Tx, payment: Payment, refund: LedgerEntry): Promise<void> {
    const { storeId, orderId, collectionId, id: paymentId } = payment;
    const { id: entryId, amount, reference } = refund;
    await this.refundCredit.reverseCredit(tx, { storeId, orderId, entryId });
    await this.collections.reverseRefunded(tx, storeId, collectionId, amount);
    const after = await this.payments.reverseRefund(tx, payment, amount);
    const source = atGateway(payment);
    await this.entries.insert(tx, { source, paymentId, kind: 'refund_failure', amount, reference });
    await this.events.publishRefundFailed(tx, after, refund);
  }

  /** `payment`: as it is after a capture, or after a declined one. Returns null if nothing was left to release. */
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
    // It was not reserved.
    const reserved = Money.zero(amount.currency);
    return { payment: await this.addToTotals(tx, { ...entry, verb: 'cancel' }, reserved), entries };
  }

  private addToTotals(
    tx: Tx,
    { source, verb, paymentId, amount }: Pick<NewTransaction, 'source' | 'verb' | 'paymentId' | 'amount'>,
    reserved: Money,
  ): Promise<Payment> {
    const { storeId, collectionId } = source;
    return this.payments.add(tx, verb, { storeId, collectionId, id: paymentId }, { amount, reserved });
  }

  private capturesOnce(providerId: string): boolean {
    return this.registry.find(providerId)?.capabilities.supports.capture === 'once';
  }
}
