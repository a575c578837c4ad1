import { Injectable } from '@nestjs/common';
import type { RequestContext, ResponseModel } from '@tandem/context';
import type { Tx } from '@tandem/database';
import type { DecimalAmount, Money } from '@tandem/money';
import { OperationRunner, type Reserved } from '@tandem/provider-operations';
import type { Payment } from '../payment';
import { CaptureExceedsDue, OrderIsCanceled, PaymentIsCanceled } from '../payments.errors';
import { PaymentsReader, type PaymentHistory, type PaymentRef } from '../payments.reader';
import { ReserveTransaction } from '../transactions/reserve-transaction';
import { SettleTransaction } from '../transactions/settle-transaction';
import { isCaptured } from '../transactions/transaction-amount';

export interface CaptureInput {
  readonly payment: PaymentRef;
  /** Left out: all that is left to capture. */
  readonly amount?: DecimalAmount;
}

export interface CapturedPayment extends PaymentHistory {
  /** Its order (UUID) if that is not placed yet: a capture requests its placement. */
  readonly openOrderId: string | null;
}

/** The request, with the payment as it was found. */
interface Requested {
  readonly found: Payment;
  readonly amount: Money | undefined;
  /** The id as the caller wrote it. */
  readonly publicId: string;
}

/**
 * Captures an authorized amount, in full or in part. A fully captured payment is returned unchanged, whatever amount is
 * requested: a double click is no error (Medusa 2.21.2, Spree).
 * @throws PaymentNotFound, PaymentIsCanceled, OrderIsCanceled, CaptureExceedsAuthorized, CaptureExceedsDue, PaymentDeclined,
 *   OutcomeUnknown
 */
@Injectable()
export class CapturePayment {
  constructor(
    private readonly payments: PaymentsReader,
    private readonly runner: OperationRunner,
    private readonly reserveTransaction: ReserveTransaction,
    private readonly settleTransaction: SettleTransaction,
  ) {}

  async run<Model>(
    ctx: RequestContext,
    input: CaptureInput,
    response: ResponseModel<CapturedPayment, Model>,
  ): Promise<Model> {
    const found = await this.payments.get(ctx, input.payment);
    // Parsed first: a malformed amount is refused even if nothing is left to capture.
    const amount = input.amount?.in(found.authorized.currency);
    const requested = { found, amount, publicId: input.payment.publicId };
    return this.runner.run<'capture', CapturedPayment, Model>(ctx, 'capture', {
      response,
      targetId: found.id,
      reserve: (tx, key) => this.reserve(tx, ctx, requested, key),
      settle: (tx, operation, outcome) => this.settleTransaction.runWithHistory(tx, operation, outcome),
    });
  }

  private async reserve(
    tx: Tx,
    ctx: RequestContext,
    { found, amount: requested, publicId }: Requested,
    key: string | null,
  ): Promise<Reserved<'capture', CapturedPayment>> {
    const { order, payment, capturable: due } = await this.reserveTransaction.lockForCapture(tx, found);
    if (payment.state === 'canceled') throw new PaymentIsCanceled(publicId);
    if (isCaptured(payment, requested)) {
      const openOrderId = order.state === 'open' ? order.id : null;
      return { done: { value: { ...(await this.payments.loadHistory(tx, payment)), openOrderId } } };
    }
    const concurrent = await this.reserveTransaction.findConcurrent(tx, 'capture', {
      payment,
      requested,
    });
    if (concurrent) return { concurrent };
    if (order.state === 'canceled') throw new OrderIsCanceled();
    const { operation, details } = await this.reserveTransaction.run(tx, ctx, 'capture', {
      payment,
      requested,
      key,
    });
    // Checked last: a real server first reports that the payment has too little left.
    if (due.lessThan(operation.amount)) throw new CaptureExceedsDue(due);
    return { open: { ...operation, verb: 'capture', details } };
  }
}
