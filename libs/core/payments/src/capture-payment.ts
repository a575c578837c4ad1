import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@tandem/context';
import { Database } from '@tandem/database';
import type { Money } from '@tandem/money';
import { MoveMoney } from './move-money';
import { capturable, type Payment } from './payment';
import { CaptureExceedsAuthorized, CaptureExceedsDue, PaymentIsCanceled } from './payments.errors';
import { PaymentsReader, type PaymentHistory, type PaymentRef } from './payments.reader';

export interface CaptureInput {
  readonly payment: PaymentRef;
  /** Left out: all that is left to capture. A function, for the payment alone knows its currency. */
  readonly amount?: (currency: string) => Money;
}

/**
 * Captures an authorized amount, in full or in part. One that is captured whole is answered as it stands, whatever amount is
 * named: a double click is no error (Medusa 2.21.2, Spree).
 * @throws PaymentNotFound, PaymentIsCanceled, OrderIsCanceled, CaptureExceedsAuthorized, CaptureExceedsDue, PaymentDeclined,
 *   OutcomeUnknown
 */
@Injectable()
export class CapturePayment {
  constructor(
    private readonly database: Database,
    private readonly payments: PaymentsReader,
    private readonly moveMoney: MoveMoney,
  ) {}

  async run(ctx: RequestContext, input: CaptureInput): Promise<PaymentHistory> {
    // Before anything is looked at: a repeat of the request finds it captured, and is answered what the first was.
    await ctx.idempotency.lease();
    const payment = await this.payments.get(ctx, input.payment);
    if (payment.state === 'canceled') throw new PaymentIsCanceled(input.payment.shownId);
    // Read first: what is no amount is refused, whatever there is left to capture.
    const amount = input.amount?.(payment.authorized.currency);
    if (isDone(payment, input)) return this.payments.history(this.database, ctx.storeId, payment.id);
    return this.moveMoney
      .run(ctx, 'capture', { payment, amount })
      .catch((error: unknown) => this.asItStands(ctx, input, error));
  }

  /** Another capture of all of it was first, between the look at the payment and its lock. */
  private async asItStands(
    ctx: RequestContext,
    input: CaptureInput,
    error: unknown,
  ): Promise<PaymentHistory> {
    const isTooMuch = error instanceof CaptureExceedsAuthorized || error instanceof CaptureExceedsDue;
    const payment = isTooMuch ? await this.payments.get(ctx, input.payment) : null;
    if (payment === null || !isDone(payment, input)) throw error;
    return this.payments.history(this.database, ctx.storeId, payment.id);
  }
}

/** All of it is captured; or what is left of it was released, and nothing more is asked for. */
function isDone(payment: Payment, { amount }: CaptureInput): boolean {
  if (payment.capturedAt !== null) return true;
  const isIdle = payment.state === 'captured' && payment.capturing.isZero();
  return isIdle && !amount && capturable(payment).isZero();
}
