import { Injectable } from '@nestjs/common';
import { answer, unwrap, type RequestContext } from '@tandem/context';
import { Database } from '@tandem/database';
import { CarryOut } from '@tandem/payment-providers';
import { Ledger, type MovementInput } from './ledger';
import { PaymentsReader, type PaymentHistory } from './payments.reader';
import type { Movement } from './payments.repository';

/** The three steps that a capture and a refund share: reserve, call, settle. */
@Injectable()
export class MoveMoney {
  constructor(
    private readonly database: Database,
    private readonly ledger: Ledger,
    private readonly carryOut: CarryOut,
    private readonly payments: PaymentsReader,
  ) {}

  async run(ctx: RequestContext, movement: Movement, input: MovementInput): Promise<PaymentHistory> {
    await ctx.idempotency.lease();
    const begun = await this.database.transaction((tx) => this.ledger.reserve(tx, ctx, movement, input));
    const outcome = await this.carryOut.moveMoney(begun);
    const settled = await this.database.transaction(async (tx) => {
      const result = await this.ledger.settle(tx, begun.operation, outcome);
      if ('refusal' in result) return answer<PaymentHistory>(ctx, tx, result);
      return answer(ctx, tx, { value: await this.payments.history(tx, ctx.storeId, input.payment.id) });
    });
    return unwrap(settled);
  }
}
