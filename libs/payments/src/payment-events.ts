import { Injectable } from '@nestjs/common';
import type { Tx } from '@tandem/database';
import { Events } from '@tandem/events';
import { Money } from '@tandem/money';
import type { DisputeSubject } from '@tandem/provider-kit';
import type { LedgerEntry } from './ledger-entry';
import type { Payment } from './payment';
import { disputeEvent, paymentEvent, refundEvent } from './payment-event';
import type { Movement, NewPayment } from './payments.repository';

/** A movement that is in the ledger now. */
interface Recorded {
  readonly movement: Movement;
  readonly amount: Money;
  readonly refundReasonId?: string;
  /** The payment after it. */
  readonly payment: Payment;
  readonly entryId: string;
}

/** Tells of what the ledger has just recorded, in its transaction. */
@Injectable()
export class PaymentEvents {
  constructor(private readonly events: Events) {}

  /** A new payment, with its capture where the gateway took the money at once. */
  async authorized(tx: Tx, payment: NewPayment, isCaptured: boolean): Promise<void> {
    const { authorized: amount } = payment;
    const zero = Money.zero(amount.currency);
    const held = { ...payment, state: 'authorized' as const, captured: zero, refunded: zero, canceled: zero };
    const taken = { ...held, state: 'captured' as const, captured: amount };
    await this.events.publish(tx, [
      paymentEvent('payment.authorized', held, amount),
      ...(isCaptured ? [paymentEvent('payment.captured', taken, amount)] : []),
    ]);
  }

  async moved(tx: Tx, { movement, amount, refundReasonId, payment, entryId }: Recorded): Promise<void> {
    switch (movement) {
      case 'capture':
        return this.events.publish(tx, [paymentEvent('payment.captured', payment, amount)]);
      case 'cancel':
        // The rest of one that was captured: it is no void payment.
        if (payment.state !== 'canceled') return;
        return this.events.publish(tx, [paymentEvent('payment.voided', payment, amount)]);
      case 'refund': {
        const refund = { id: entryId, amount, refundReasonId: refundReasonId ?? null };
        return this.events.publish(tx, [refundEvent('refund.created', payment, refund)]);
      }
    }
  }

  /** A refund that is in the ledger was sent back; `payment` is as it is now. */
  async refundFailed(tx: Tx, payment: Payment, { id, amount, refundReason }: LedgerEntry): Promise<void> {
    const refund = { id, amount, refundReasonId: refundReason?.id ?? null };
    await this.events.publish(tx, [refundEvent('refund.failed', payment, refund)]);
  }

  /** A gateway has told something new of a dispute. */
  async disputed(tx: Tx, payment: Payment, dispute: DisputeSubject, amount: Money): Promise<void> {
    await this.events.publish(tx, [disputeEvent(payment, dispute, amount)]);
  }
}
