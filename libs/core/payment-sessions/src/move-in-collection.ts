import { Injectable } from '@nestjs/common';
import type { Idempotency, RequestContext, Settled } from '@tandem/context';
import type { Tx } from '@tandem/database';
import type { PaymentHistory } from '@tandem/payments';
import type { PaymentInCollection } from './payment-session';
import { PaymentsInCollections } from './payments-in-collections.reader';

/**
 * A movement of a payment, answered with the collection it pays (Medusa's admin). The movement itself is the ledger's; what
 * it keeps for a repeat of the request is this answer.
 */
@Injectable()
export class MoveInCollection {
  constructor(private readonly payments: PaymentsInCollections) {}

  /** @throws what `move` does */
  async run(
    ctx: RequestContext,
    move: (ctx: RequestContext) => Promise<PaymentHistory>,
  ): Promise<PaymentInCollection> {
    const kept: { answer?: PaymentInCollection } = {};
    const idempotency: Idempotency = {
      seed: ctx.idempotency.seed,
      inline: null,
      claim: (tx) => ctx.idempotency.claim(tx),
      lease: () => ctx.idempotency.lease(),
      answer: async (tx, settled) => {
        const wider = await this.widen(tx, settled as Settled<PaymentHistory>);
        if ('value' in wider) kept.answer = wider.value;
        await ctx.idempotency.answer(tx, wider);
      },
    };
    // Without a key nothing is kept, and the collection is read once the locks are gone.
    const isKept = ctx.idempotency.seed !== null;
    const history = await move(isKept ? { ...ctx, idempotency } : ctx);
    return kept.answer ?? this.payments.of(history);
  }

  private async widen(tx: Tx, settled: Settled<PaymentHistory>): Promise<Settled<PaymentInCollection>> {
    return 'refusal' in settled ? settled : { value: await this.payments.of(settled.value, tx) };
  }
}
