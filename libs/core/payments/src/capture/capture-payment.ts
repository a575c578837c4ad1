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
  /** Its order (UUID) where that is not placed yet: a capture asks for it to be placed. */
  readonly openOrderId: string | null;
}

/** What is asked, of the payment as it was found. */
interface Wanted {
  readonly found: Payment;
  readonly asked: Money | undefined;
  /** The id as the caller wrote it. */
  readonly publicId: string;
}

/**
 * Captures an authorized amount, in full or in part. One that is captured whole is returned as it stands, whatever amount is
 * named: a double click is no error (Medusa 2.21.2, Spree).
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
    // Read first: what is no amount is refused, whatever there is left to capture.
    const requested = input.amount?.in(found.authorized.currency);
    const wanted = { found, asked: requested, publicId: input.payment.publicId };
    return this.runner.run<'capture', CapturedPayment, Model>(ctx, 'capture', {
      response,
      targetId: found.id,
      reserve: (tx, key) => this.reserve(tx, ctx, wanted, key),
      settle: (tx, operation, outcome) => this.settleTransaction.withHistory(tx, operation, outcome),
    });
  }

  private async reserve(
    tx: Tx,
    ctx: RequestContext,
    { found, asked: requested, publicId }: Wanted,
    key: string | null,
  ): Promise<Reserved<'capture', CapturedPayment>> {
    const { order, payment, capturable: due } = await this.reserveTransaction.lockForCapture(tx, found);
    if (payment.state === 'canceled') throw new PaymentIsCanceled(publicId);
    if (isCaptured(payment, requested)) {
      const openOrderId = order.state === 'open' ? order.id : null;
      return { done: { value: { ...(await this.payments.historyOf(tx, payment)), openOrderId } } };
    }
    const concurrent = await this.reserveTransaction.findConcurrent(tx, 'capture', {
      payment,
      asked: requested,
    });
    if (concurrent) return { concurrent };
    if (order.state === 'canceled') throw new OrderIsCanceled();
    const { operation, details } = await this.reserveTransaction.run(tx, ctx, 'capture', {
      payment,
      asked: requested,
      key,
    });
    // What is left of the payment is said first, in the words of a real server.
    if (due.lessThan(operation.amount)) throw new CaptureExceedsDue(due);
    return { open: { ...operation, verb: 'capture', details } };
  }
}
