import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@tandem/context';
import type { Money } from '@tandem/money';
import { MoveMoney } from './move-money';
import { PaymentsReader, type PaymentHistory } from './payments.reader';

export interface CaptureInput {
  /** The payment's id (UUID), null for an id of no known form; and as the caller spelled it. */
  readonly paymentId: string | null;
  readonly shownId: string;
  /** Left out: all that is left to capture. A function, for the payment alone knows its currency. */
  readonly amount?: (currency: string) => Money;
}

/**
 * Takes an authorized amount, in full or in part.
 * @throws PaymentNotFound, CaptureExceedsAuthorized, PaymentStateForbids, PaymentDeclined, OutcomeUnknown
 */
@Injectable()
export class CapturePayment {
  constructor(
    private readonly payments: PaymentsReader,
    private readonly moveMoney: MoveMoney,
  ) {}

  async run(ctx: RequestContext, input: CaptureInput): Promise<PaymentHistory> {
    const payment = await this.payments.get(ctx, input.paymentId, input.shownId);
    const amount = input.amount?.(payment.authorized.currency);
    return this.moveMoney.run(ctx, 'capture', { payment, amount });
  }
}
