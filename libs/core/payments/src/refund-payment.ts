import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@tandem/context';
import type { CaptureInput } from './capture-payment';
import { MoveMoney, type Moved } from './move-money';
import { PaymentsReader } from './payments.reader';
import type { RefundReasonRef } from './refund-reason';
import { RefundReasonsReader } from './refund-reasons.reader';

export interface RefundInput extends CaptureInput {
  /** For the operator's own record. */
  readonly note?: string;
  /** One of the store's refund reasons. */
  readonly reason?: RefundReasonRef;
}

/**
 * Gives a captured amount back, in full or in part.
 * @throws PaymentNotFound, RefundReasonNotFound, RefundExceedsCaptured, NothingLeftToRefund, PaymentStateForbids, PaymentDeclined, OutcomeUnknown
 */
@Injectable()
export class RefundPayment {
  constructor(
    private readonly payments: PaymentsReader,
    private readonly reasons: RefundReasonsReader,
    private readonly moveMoney: MoveMoney,
  ) {}

  async run(ctx: RequestContext, input: RefundInput): Promise<Moved> {
    const { note, reason } = input;
    const payment = await this.payments.get(ctx, input.payment);
    if (reason) await this.reasons.get(ctx, reason);
    const amount = input.amount?.(payment.authorized.currency);
    return this.moveMoney.run(ctx, 'refund', {
      payment,
      amount,
      note,
      refundReasonId: reason?.id ?? undefined,
    });
  }
}
