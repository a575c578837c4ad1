import { Injectable } from '@nestjs/common';
import type { RequestContext, ResponseModel } from '@tandem/context';
import type { Tx } from '@tandem/database';
import type { DecimalAmount } from '@tandem/money';
import { OperationRunner, type Reserved } from '@tandem/provider-operations';
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
    return this.runner.run<'capture', CapturedPayment, Model>(ctx, 'capture', {
      response,
      targetId: input.payment.id,
      reserve: (tx, key) => this.reserve(tx, ctx, input, key),
      settle: (tx, operation, outcome) => this.settleTransaction.runWithHistory(tx, operation, outcome),
    });
  }

  private async reserve(
    tx: Tx,
    ctx: RequestContext,
    { payment: ref, amount }: CaptureInput,
    key: string | null,
  ): Promise<Reserved<'capture', CapturedPayment>> {
    const { order, payment, capturable: due } = await this.reserveTransaction.lockForCapture(tx, ctx, ref);
    // Parsed first: a malformed amount is refused even if nothing is left to capture.
    const requested = amount?.in(payment.authorized.currency);
    if (payment.state === 'canceled') throw new PaymentIsCanceled(ref.publicId);
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
