import { Injectable } from '@nestjs/common';
import type { Tx } from '@tandem/database';
import { Events, type NewEvent } from '@tandem/outbox';
import { Money } from '@tandem/money';
import type { DisputeSubject } from '@tandem/provider-kit';
import type { LedgerEntry } from '../ledger/ledger-entry';
import { PublishOrderPaid } from '../transactions/publish-order-paid';
import type { Payment } from '../payment';
import { disputeEvent, paymentEvent, refundEvent, type PaymentInEvent } from './payment-event';
import type { PaymentVerb } from '@tandem/provider-operations';
import type { NewPayment } from '../transactions/authorizations.repository';

/** A capture, refund or cancellation that has just been recorded. */
interface Recorded {
  readonly verb: PaymentVerb;
  readonly amount: Money;
  readonly refundReasonId: string | null;
  /** The payment after it. */
  readonly payment: Payment;
  readonly entryId: string;
}

/** Publishes events about recorded transactions, in the same database transaction. */
@Injectable()
export class PaymentEvents {
  constructor(
    private readonly events: Events,
    private readonly orderPaid: PublishOrderPaid,
  ) {}

  /** A new payment, and its capture if the gateway captured at once. */
  async publishAuthorized(tx: Tx, payment: NewPayment, isCaptured: boolean): Promise<void> {
    const { authorized: amount } = payment;
    const zero = Money.zero(amount.currency);
    const created = {
      ...payment,
      state: 'authorized' as const,
      captured: zero,
      refunded: zero,
      canceled: zero,
    };
    const captured = { ...created, state: 'captured' as const, captured: amount };
    const authorized = paymentEvent('payment.authorized', created, amount);
    if (isCaptured) await this.publishCaptured(tx, captured, amount, [authorized]);
    else await this.events.publish(tx, [authorized]);
  }

  async publishRecorded(tx: Tx, { verb, amount, refundReasonId, payment, entryId }: Recorded): Promise<void> {
    switch (verb) {
      case 'capture':
        return this.publishCaptured(tx, payment, amount);
      case 'cancel':
        // Canceling the rest of a captured payment does not void it.
        if (payment.state !== 'canceled') return;
        await this.events.publish(tx, [paymentEvent('payment.voided', payment, amount)]);
        return;
      case 'refund': {
        const refund = { id: entryId, amount, refundReasonId };
        await this.events.publish(tx, [refundEvent('refund.created', payment, refund)]);
      }
    }
  }

  /** Checks whether the order is now paid only if an endpoint listens. */
  private async publishCaptured(
    tx: Tx,
    payment: PaymentInEvent,
    amount: Money,
    before: readonly NewEvent[] = [],
  ): Promise<void> {
    const isFirst = payment.captured.compare(amount) === 0;
    const hasListener = await this.events.publishIfListened(tx, [
      ...before,
      paymentEvent('payment.captured', payment, amount),
      ...(isFirst ? [paymentEvent('payment.paid', payment, amount)] : []),
    ]);
    if (hasListener) await this.orderPaid.run(tx, payment, amount);
  }

  /** A recorded refund was returned by the bank; `payment` is as it is after that. */
  async publishRefundFailed(
    tx: Tx,
    payment: Payment,
    { id, amount, refundReason }: LedgerEntry,
  ): Promise<void> {
    const refund = { id, amount, refundReasonId: refundReason?.id ?? null };
    await this.events.publish(tx, [refundEvent('refund.failed', payment, refund)]);
  }

  /** A gateway reported a new event of a dispute. */
  async publishDisputed(tx: Tx, payment: Payment, dispute: DisputeSubject, amount: Money): Promise<void> {
    await this.events.publish(tx, [disputeEvent(payment, dispute, amount)]);
  }
}
