import { Injectable } from '@nestjs/common';
import type { Tx } from '@tandem/database';
import { newId } from '@tandem/ids';
import type { Money } from '@tandem/money';
import {
  isOfVerb,
  ProviderOperationsRepository,
  type OperationOf,
  type PaymentVerb,
} from '@tandem/provider-operations';
import { succeeded } from '@tandem/provider-kit';
import type { CaptureSubject, Declined, DisputeSubject, RefundSubject } from '@tandem/provider-kit';
import { DISPUTE_KIND } from './dispute';
import { atGateway } from '../ledger/entry-source';
import { inCurrencyOf, moneyFrom } from './gateway-money';
import type { LedgerEntry } from '../ledger/ledger-entry';
import { LedgerRepository } from '../ledger/ledger.repository';
import { capturable, refundable, type Payment } from '../payment';
import { PaymentEvents } from '../events/payment-events';
import { TransactionExceedsRemaining, TransactionInFlight } from '../payments.errors';
import { PaymentsRepository } from '../payments.repository';
import { pendingRefund } from '../refund/pending-refunds.reader';
import { KIND_OF, RecordTransaction } from '../transactions/record-transaction';
import { RefundCredit } from '../refund/refund-credit';
import { SettleTransaction } from '../transactions/settle-transaction';

const FAILED: Declined = { status: 'declined', code: 'refund_failed', message: 'The refund has failed' };

/**
 * Applies webhook events about payments: captures, refunds, cancellations and disputes. The rules:
 * - If it is our own operation in flight, it is settled by the usual settle step.
 * - If it is already in the ledger, nothing is written, so events may be repeated and arrive in any order.
 * - Otherwise it was done at the gateway itself: an entry without an operation.
 * The collection and then the payment must be locked.
 */
@Injectable()
export class GatewayTransactions {
  constructor(
    private readonly payments: PaymentsRepository,
    private readonly entries: LedgerRepository,
    private readonly operations: ProviderOperationsRepository,
    private readonly settleTransaction: SettleTransaction,
    private readonly events: PaymentEvents,
    private readonly recordTransaction: RecordTransaction,
    private readonly refundCredit: RefundCredit,
  ) {}

  /** @throws TransactionExceedsRemaining, TransactionInFlight */
  async recordCapture(tx: Tx, payment: Payment, capture: CaptureSubject): Promise<void> {
    const { captured, reference, operationKey } = capture;
    const more = moneyFrom(captured).minus(payment.captured);
    if (!more.isPositive()) return;
    const own = await this.findInFlight(tx, payment, 'capture');
    if (own.length === 0) return this.record(tx, 'capture', payment, { amount: more, reference });
    const [same, ...others] = own.filter(
      (it) =>
        it.amount.compare(more) === 0 && (operationKey === undefined || operationKey === it.operationKey),
    );
    // Two identical captures in flight: wait for the responses to tell which one this is.
    if (!same || others.length > 0) throw new TransactionInFlight('capture');
    await this.settleTransaction.run(tx, same, { status: 'succeeded', value: { reference } });
  }

  /** @throws TransactionExceedsRemaining, TransactionInFlight */
  async recordRefund(tx: Tx, payment: Payment, refund: RefundSubject): Promise<void> {
    const { reference, state } = refund;
    const isFailed = state === 'failed';
    const own = await this.ownRefund(tx, payment, refund);
    if (own?.state === 'requested') {
      await this.settleTransaction.run(tx, own, isFailed ? FAILED : succeeded({ reference, state }));
      return;
    }
    const entries = await this.entries.findByPayments(tx, payment.storeId, [payment.id]);
    const recorded = entries.find((entry) => isRefund(entry, reference, own));
    if (recorded) return isFailed ? this.recordRefundFailure(tx, payment, recorded, entries) : undefined;
    if (hasFailed(own)) return;
    return isFailed
      ? this.recordFailedRefund(tx, payment, refund)
      : this.recordGatewayRefund(tx, payment, refund);
  }

  /** For a captured payment, cancels the rest. Does nothing if all was captured or it is already canceled. @throws TransactionInFlight */
  async recordCancellation(tx: Tx, payment: Payment, reference: string): Promise<void> {
    if (payment.state === 'canceled') return;
    const [own] = await this.findInFlight(tx, payment, 'cancel');
    if (own) {
      await this.settleTransaction.run(tx, own, { status: 'succeeded', value: { reference } });
      return;
    }
    if (payment.capturing.isPositive()) throw new TransactionInFlight('capture');
    if (!capturable(payment).isPositive()) return;
    await this.record(tx, 'cancel', payment, { amount: capturable(payment), reference });
  }

  /** Disputes change no totals: what a bank takes is not a refund and does not reduce the captured amount. */
  async recordDispute(tx: Tx, payment: Payment, reported: DisputeSubject): Promise<void> {
    const { state, reference, reason, dueBy } = reported;
    const kind = DISPUTE_KIND[state];
    const amount = inCurrencyOf(payment, reported.amount);
    const entries = await this.entries.findByPayments(tx, payment.storeId, [payment.id]);
    if (entries.some((entry) => entry.kind === kind && entry.reference === reference)) return;
    const source = atGateway(payment);
    const dispute = { reason, dueBy };
    const entry = { source, paymentId: payment.id, kind, amount, reference, dispute };
    await this.entries.insert(tx, entry);
    await this.events.publishDisputed(tx, payment, reported, amount);
  }

  /** Records a transaction made at the gateway itself. */
  private async record(
    tx: Tx,
    verb: PaymentVerb,
    payment: Payment,
    { amount, reference }: { amount: Money; reference: string },
  ): Promise<void> {
    const reserved = await this.payments.reserve(tx, verb, payment, amount);
    const left = verb === 'refund' ? refundable(payment) : capturable(payment);
    if (reserved === null) throw new TransactionExceedsRemaining(KIND_OF[verb], left.toDecimal());
    const order =
      verb === 'refund' ? await this.refundCredit.lockOrder(tx, payment.storeId, payment.id) : null;
    const source = atGateway(payment);
    const made = { source, verb, paymentId: payment.id, amount, reference, id: newId() };
    await this.recordTransaction.recordEntry(tx, made, order);
  }

  private async recordRefundFailure(
    tx: Tx,
    payment: Payment,
    refund: LedgerEntry,
    entries: readonly LedgerEntry[],
  ): Promise<void> {
    const { reference } = refund;
    const isRecorded = entries.some(
      (entry) => entry.kind === 'refund_failure' && entry.reference === reference,
    );
    if (!isRecorded) await this.recordTransaction.recordReturnedRefund(tx, payment, refund);
  }

  /**
   * Records a failed refund that is not in the ledger yet: refund and failure, in no total. Otherwise an earlier event about the
   * refund that is handled after this one would count it as refunded.
   */
  private async recordFailedRefund(
    tx: Tx,
    payment: Payment,
    { amount, reference }: RefundSubject,
  ): Promise<void> {
    const money = inCurrencyOf(payment, amount);
    const entry = {
      source: atGateway(payment),
      paymentId: payment.id,
      amount: money,
      reference,
    };
    await this.entries.insert(tx, { ...entry, kind: 'refund' });
    await this.entries.insert(tx, { ...entry, kind: 'refund_failure' });
  }

  private async recordGatewayRefund(
    tx: Tx,
    payment: Payment,
    { amount, reference }: RefundSubject,
  ): Promise<void> {
    // A pending refund has a gateway id, which is not this one; any other in flight may be this one.
    const own = await this.findInFlight(tx, payment, 'refund');
    if (own.some((operation) => pendingRefund(operation) === null)) throw new TransactionInFlight('refund');
    await this.record(tx, 'refund', payment, { amount: moneyFrom(amount), reference });
  }

  private async findInFlight<V extends PaymentVerb>(
    tx: Tx,
    payment: Payment,
    verb: V,
  ): Promise<OperationOf<V>[]> {
    const open = await this.operations.findOpenByPayments(tx, payment.storeId, [payment.id]);
    return open.flatMap((operation) => (isOfVerb(operation, verb) ? [operation] : []));
  }

  private async ownRefund(
    tx: Tx,
    payment: Payment,
    { operationKey, reference }: RefundSubject,
  ): Promise<OperationOf<'refund'> | null> {
    if (operationKey === null) {
      const open = await this.findInFlight(tx, payment, 'refund');
      return open.find((operation) => pendingRefund(operation)?.reference === reference) ?? null;
    }
    const found = await this.operations.findByKey(tx, payment.storeId, 'refund', operationKey);
    return found?.paymentId === payment.id ? found : null;
  }
}

/** Our refund, and the gateway said that it failed. One abandoned as never received may still have been made. */
function hasFailed(own: OperationOf<'refund'> | null): boolean {
  return own?.outcome?.status === 'declined' && own.outcome.code !== 'never_received';
}

function isRefund(
  { kind, ...entry }: LedgerEntry,
  reference: string,
  own: OperationOf<'refund'> | null,
): boolean {
  return (
    kind === 'refund' && (entry.reference === reference || (own !== null && entry.operationId === own.id))
  );
}
