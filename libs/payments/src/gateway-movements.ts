import { Injectable } from '@nestjs/common';
import type { Tx } from '@tandem/database';
import { Money } from '@tandem/money';
import { ProviderOperations, type ProviderOperation } from '@tandem/provider-operations';
import type {
  CaptureSubject,
  Declined,
  DisputeSubject,
  ProviderMoney,
  ProviderVerb,
  RefundSubject,
} from '@tandem/provider-kit';
import { KIND_OF, Ledger } from './ledger';
import type { LedgerEntry } from './ledger-entry';
import { LedgerTotals } from './ledger-totals';
import { LedgerRepository, type EntrySource } from './ledger.repository';
import { capturable, refundable, type Payment } from './payment';
import { PaymentEvents } from './payment-events';
import { MovementDoesNotFit, MovementInFlight } from './payments.errors';
import { PaymentsRepository, type Movement } from './payments.repository';

const FAILED: Declined = { is: 'declined', code: 'not_refundable', message: 'The refund has failed' };

const DISPUTED = { withdrawn: 'dispute_withdrawal', reinstated: 'dispute_reinstatement' } as const;

/**
 * What a gateway says was done to a payment, by us or at the gateway itself. The rules:
 * - It is an operation of ours that is on its way: that is settled, by the step a prompt answer takes.
 * - It is in the ledger: nothing is written. So it may be told any number of times, in any order.
 * - It is neither: an entry without an operation.
 * The payment is locked, and its collection before it.
 */
@Injectable()
export class GatewayMovements {
  constructor(
    private readonly payments: PaymentsRepository,
    private readonly entries: LedgerRepository,
    private readonly totals: LedgerTotals,
    private readonly operations: ProviderOperations,
    private readonly ledger: Ledger,
    private readonly events: PaymentEvents,
  ) {}

  /** @throws MovementDoesNotFit, MovementInFlight */
  async captured(tx: Tx, payment: Payment, { captured, reference }: CaptureSubject): Promise<void> {
    const more = moneyFrom(captured).minus(payment.captured);
    if (!more.isPositive()) return;
    const own = await this.onItsWay(tx, payment, 'capture');
    if (own.length === 0) return this.record(tx, 'capture', payment, { amount: more, reference });
    const same = own.find(({ amount }) => amount.compare(more) === 0);
    if (!same) throw new MovementInFlight('capture');
    await this.ledger.settle(tx, same, { is: 'done', value: { reference } });
  }

  /** @throws MovementDoesNotFit, MovementInFlight */
  async refunded(tx: Tx, payment: Payment, refund: RefundSubject): Promise<void> {
    const { reference, state } = refund;
    const own = await this.ownRefund(tx, payment, refund);
    if (own?.state === 'requested') {
      await this.ledger.settle(tx, own, state === 'failed' ? FAILED : { is: 'done', value: { reference } });
      return;
    }
    const entries = await this.entries.ofPayments(tx, payment.storeId, [payment.id]);
    const known = entries.find((entry) => isRefund(entry, reference, own));
    if (known) return state === 'failed' ? this.sentBack(tx, payment, known, entries) : undefined;
    if (state === 'failed') return;
    if ((await this.onItsWay(tx, payment, 'refund')).length > 0) throw new MovementInFlight('refund');
    await this.record(tx, 'refund', payment, { amount: moneyFrom(refund.amount), reference });
  }

  /** Nothing to let go of where it was captured, or canceled before. @throws MovementInFlight */
  async canceled(tx: Tx, payment: Payment, reference: string): Promise<void> {
    if (payment.state !== 'authorized') return;
    const [own] = await this.onItsWay(tx, payment, 'cancel');
    if (own) {
      await this.ledger.settle(tx, own, { is: 'done', value: { reference } });
      return;
    }
    if (payment.capturing.isPositive()) throw new MovementInFlight('capture');
    await this.record(tx, 'cancel', payment, { amount: capturable(payment), reference });
  }

  /** Beside the totals: what a bank takes in a dispute is neither refunded nor captured any less. */
  async disputed(tx: Tx, payment: Payment, { movement, reference, amount }: DisputeSubject): Promise<void> {
    const kind = DISPUTED[movement];
    const money = moneyFrom(amount);
    // Throws where it is of another currency.
    money.compare(payment.authorized);
    const entries = await this.entries.ofPayments(tx, payment.storeId, [payment.id]);
    if (entries.some((entry) => entry.kind === kind && entry.reference === reference)) return;
    const operation = elsewhere(payment);
    await this.entries.insert(tx, { operation, paymentId: payment.id, kind, amount: money, reference });
  }

  /** What was done at the gateway itself. */
  private async record(
    tx: Tx,
    movement: Movement,
    payment: Payment,
    { amount, reference }: { amount: Money; reference: string },
  ): Promise<void> {
    const reserved = await this.payments.reserve(tx, movement, payment, amount);
    const left = movement === 'refund' ? refundable(payment) : capturable(payment);
    if (reserved === null) throw new MovementDoesNotFit(KIND_OF[movement], left.toDecimal());
    const { storeId, collectionId, id: paymentId } = payment;
    const after = await this.totals.add(tx, movement, { storeId, collectionId, paymentId, amount });
    const operation = elsewhere(payment);
    const kind = KIND_OF[movement];
    const entryId = await this.entries.insert(tx, { operation, paymentId, kind, amount, reference });
    if (after !== null) await this.events.moved(tx, { movement, amount, payment: after, entryId });
  }

  /** The refund stays in the ledger, and beside it an entry that undoes it. */
  private async sentBack(
    tx: Tx,
    payment: Payment,
    refund: LedgerEntry,
    entries: readonly LedgerEntry[],
  ): Promise<void> {
    const { amount, reference } = refund;
    const kind = 'refund_failure';
    if (entries.some((entry) => entry.kind === kind && entry.reference === reference)) return;
    const { storeId, collectionId, id: paymentId } = payment;
    const after = await this.totals.takeBackRefund(tx, { storeId, collectionId, paymentId, amount });
    await this.entries.insert(tx, { operation: elsewhere(payment), paymentId, kind, amount, reference });
    if (after !== null) await this.events.refundFailed(tx, after, refund);
  }

  private async onItsWay(tx: Tx, payment: Payment, verb: ProviderVerb): Promise<ProviderOperation[]> {
    const open = await this.operations.openOfPayment(tx, payment.storeId, payment.id);
    return open.filter((operation) => operation.verb === verb);
  }

  private async ownRefund(
    tx: Tx,
    payment: Payment,
    { operationKey }: RefundSubject,
  ): Promise<ProviderOperation | null> {
    if (operationKey === null) return null;
    const found = await this.operations.findByKey(tx, payment.storeId, operationKey);
    return found?.paymentId === payment.id && found.verb === 'refund' ? found : null;
  }
}

function isRefund(
  { kind, ...entry }: LedgerEntry,
  reference: string,
  own: ProviderOperation | null,
): boolean {
  return (
    kind === 'refund' && (entry.reference === reference || (own !== null && entry.operationId === own.id))
  );
}

function elsewhere({ storeId, orderId, collectionId }: Payment): EntrySource {
  return { storeId, orderId, collectionId, id: null, details: {} };
}

/** @throws RangeError for an unknown currency */
function moneyFrom({ minor, currency }: ProviderMoney): Money {
  return Money.of(minor, currency);
}
