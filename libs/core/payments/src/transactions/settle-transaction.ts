import { Injectable } from '@nestjs/common';
import type { Result } from '@tandem/context';
import type { Tx } from '@tandem/database';
import type { LockedState } from '@tandem/orders';
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
import { RecordTransaction, type RecordedPayment } from './record-transaction';
import { RefundCredit } from '../refund/refund-credit';

/** A payment after a capture, refund or cancel, with its ledger entry. */
export interface SettledTransaction extends PaymentHistory {
  readonly entry: LedgerEntry;
  /** Its order (UUID) if that is not placed yet. */
  readonly openOrderId: string | null;
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
    const order = await this.lockOrder(tx, operation);
    const result = await this.settle(tx, operation, outcome, order);
    if ('error' in result) return result;
    const { payment, entries } = result.value ?? {};
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
    await this.settle(tx, operation, outcome, await this.lockOrder(tx, operation));
  }

  /** A cancel needs no order lock: it captures nothing, so what is due does not change. */
  private async lockOrder(tx: Tx, operation: ProviderOperation<PaymentVerb>): Promise<LockedState | null> {
    return operation.verb === 'cancel' ? null : this.refundCredit.lockOrder(tx, operation);
  }

  /** Returns what was recorded; null if it was settled before or is still pending. */
  private async settle(
    tx: Tx,
    operation: ProviderOperation<PaymentVerb>,
    outcome: RecordedOutcome<PaymentVerb>,
    order: LockedState | null,
  ): Promise<Result<RecordedPayment | null>> {
    const isLast = outcome.status === 'declined' || !isPending(outcome.value);
    const recorded = await (isLast
      ? this.operations.settle(tx, operation, outcome)
      : this.operations.storePending(tx, operation, outcome));
    if (!recorded.isFirst || !isLast) return settledAs(recorded.outcome);
    if (outcome.status === 'declined') {
      await this.transactions.recordDecline(tx, operation);
      return settledAs(outcome);
    }
    return { value: await this.transactions.recordSuccess(tx, operation, outcome.value.reference, order) };
  }
}

function isPending(value: VerbResults[PaymentVerb]): boolean {
  return 'state' in value && value.state === 'pending';
}

function settledAs(outcome: { status: 'succeeded' } | Declined): Result<null> {
  return outcome.status === 'declined' ? { error: new PaymentDeclined(outcome) } : { value: null };
}
