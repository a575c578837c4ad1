import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@tandem/context';
import { Database } from '@tandem/database';
import { MoveMoney } from './move-money';
import { PaymentsReader, type PaymentHistory, type PaymentRef } from './payments.reader';

/**
 * Lets go of what is held and not captured (Spree's void, Medusa's cancel), after a capture in part of the rest. Canceled before:
 * answers it as it stands.
 * @throws PaymentNotFound, NothingToCancel, PaymentStateForbids, MovementUnsupported, PaymentDeclined, OutcomeUnknown
 */
@Injectable()
export class CancelPayment {
  constructor(
    private readonly database: Database,
    private readonly payments: PaymentsReader,
    private readonly moveMoney: MoveMoney,
  ) {}

  async run(ctx: RequestContext, ref: PaymentRef): Promise<PaymentHistory> {
    // Before anything is looked at: a repeat of the request finds it canceled, and is answered what the first was.
    await ctx.idempotency.lease();
    const payment = await this.payments.get(ctx, ref);
    if (payment.state === 'canceled') return this.payments.history(this.database, ctx.storeId, payment.id);
    return this.moveMoney.run(ctx, 'cancel', { payment });
  }
}
