import { Injectable } from '@nestjs/common';
import type { Result } from '@tandem/context';
import type { Tx } from '@tandem/database';
import type { Declined, VerbResults } from '@tandem/provider-kit';
import {
  ProviderOperationsRepository,
  type PaymentVerb,
  type ProviderOperation,
  type RecordedOutcome,
} from '@tandem/provider-operations';
import type { LedgerEntry } from '../ledger/ledger-entry';
import { PaymentDeclined } from '../payments.errors';
import { PaymentsReader, type PaymentHistory } from '../payments.reader';
import type { LockedOrder } from './payment-locks.repository';
import { RecordTransaction, type RecordedPayment } from './record-transaction';
import { RefundCredit } from '../refund/refund-credit';

/** A payment after a capture, refund or cancel, with its ledger entry. */
export interface SettledTransaction extends PaymentHistory {
  readonly entry: LedgerEntry;
  /** Its order (UUID) if that is not placed yet. */
  readonly openOrderId: string | null;
}

interface SettledOperation {
  /** Locked; null for a cancellation. */
  readonly order: LockedOrder | null;
  /** What was recorded; null if it was settled before or is still pending. */
  readonly settled: Result<RecordedPayment | null>;
}

/**
 * The settle step of capture, refund and cancel, also for late outcomes and webhook events. The rules:
 * - An operation is settled once, by a conditional UPDATE; a second attempt changes nothing.
 * - The entry, the payment's totals and the collection's totals are written together.
 * - A decline releases the reservation and is thrown after the commit.
 * - A refund that is pending at the gateway stays open and reserved until an event or the resolver settles it.
 */
@Injectable()
export class SettleTransaction {
  constructor(
    private readonly operations: ProviderOperationsRepository,
    private readonly refundCredit: RefundCredit,
    private readonly transactions: RecordTransaction,
    private readonly payments: PaymentsReader,
  ) {}

  /** Settles, and reads everything that a response shows. */
  async runWithHistory(
    tx: Tx,
    operation: ProviderOperation<PaymentVerb>,
    outcome: RecordedOutcome<PaymentVerb>,
  ): Promise<Result<SettledTransaction>> {
    const { storeId, orderId, id, paymentId } = operation;
    const { order, settled } = await this.settle(tx, operation, outcome);
    if ('error' in settled) return settled;
    const { payment, entries } = settled.value ?? {};
    const history = await (payment
      ? this.payments.loadHistory(tx, payment, entries)
      : this.payments.getHistory(tx, storeId, paymentId));
    const entry = history.entries.find(({ operationId }) => operationId === id);
    if (!entry) throw new Error(`operation ${id} is settled but has no ledger entry`);
    return { value: { ...history, entry, openOrderId: order?.state === 'open' ? orderId : null } };
  }

  /** Settles without reading the payment's history. */
  async run(
    tx: Tx,
    operation: ProviderOperation<PaymentVerb>,
    outcome: RecordedOutcome<PaymentVerb>,
  ): Promise<void> {
    await this.settle(tx, operation, outcome);
  }

  /** A cancel needs no order lock: it captures nothing, so what is due does not change. */
  private async lockOrder(
    tx: Tx,
    { verb, storeId, paymentId }: ProviderOperation<PaymentVerb>,
  ): Promise<LockedOrder | null> {
    return verb === 'cancel' ? null : this.refundCredit.lockOrder(tx, storeId, paymentId);
  }

  private async settle(
    tx: Tx,
    operation: ProviderOperation<PaymentVerb>,
    outcome: RecordedOutcome<PaymentVerb>,
  ): Promise<SettledOperation> {
    const isLast = outcome.status === 'declined' || !isPending(outcome.value);
    // Sent together, and executed in this order.
    const [order, recorded] = await Promise.all([
      this.lockOrder(tx, operation),
      isLast
        ? this.operations.settle(tx, operation, outcome)
        : this.operations.storePending(tx, operation, outcome),
    ]);
    if (!recorded.isFirst || !isLast) return { order, settled: settledAs(recorded.outcome) };
    return { order, settled: await this.apply(tx, operation, outcome, order) };
  }

  private async apply(
    tx: Tx,
    operation: ProviderOperation<PaymentVerb>,
    outcome: RecordedOutcome<PaymentVerb>,
    order: LockedOrder | null,
  ): Promise<Result<RecordedPayment>> {
    if (outcome.status === 'succeeded')
      return { value: await this.transactions.recordSuccess(tx, operation, outcome.value.reference, order) };
    await this.transactions.recordDecline(tx, operation);
    return { error: new PaymentDeclined(outcome) };
  }
}

function isPending(value: VerbResults[PaymentVerb]): boolean {
  return 'state' in value && value.state === 'pending';
}

function settledAs(outcome: { status: 'succeeded' } | Declined): Result<null> {
  return outcome.status === 'declined' ? { error: new PaymentDeclined(outcome) } : { value: null };
}
