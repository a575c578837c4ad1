import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@tandem/context';
import { Database } from '@tandem/database';
import type { Money } from '@tandem/money';
import { MoveMoney } from './move-money';
import { capturable } from './payment';
import { PaymentsReader, type PaymentHistory, type PaymentRef } from './payments.reader';

export interface CaptureInput {
  readonly payment: PaymentRef;
  /** Left out: all that is left to capture. A function, for the payment alone knows its currency. */
  readonly amount?: (currency: string) => Money;
  /** With nothing left and no amount named: refused (Medusa), or answered as it stands (Spree). */
  readonly whenDone?: 'refuse' | 'return';
}

/**
 * Takes an authorized amount, in full or in part.
 * @throws PaymentNotFound, OrderIsCanceled, CaptureExceedsAuthorized, PaymentStateForbids, PaymentDeclined, OutcomeUnknown
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
    const isDone = payment.state === 'captured' && !input.amount && capturable(payment).isZero();
    if (isDone && input.whenDone === 'return') {
      return this.payments.history(this.database, ctx.storeId, payment.id);
    }
    const amount = input.amount?.(payment.authorized.currency);
    return this.moveMoney.run(ctx, 'capture', { payment, amount });
  }
}
