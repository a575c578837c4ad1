import { Injectable } from '@nestjs/common';
import { answer, unwrap, type RequestContext } from '@tandem/context';
import { Database } from '@tandem/database';
import { RefundReasonNotFound } from '../payments.errors';
import type { RefundReason, RefundReasonRef } from './refund-reason';
import { RefundReasonsRepository, type ReasonText } from './refund-reasons.repository';

/** Changes a reason; what is left out stays. @throws RefundReasonNotFound, RefundReasonCodeTaken */
@Injectable()
export class ChangeRefundReason {
  constructor(
    private readonly database: Database,
    private readonly reasons: RefundReasonsRepository,
  ) {}

  async run(
    ctx: RequestContext,
    { id, shownId }: RefundReasonRef,
    changes: Partial<ReasonText>,
  ): Promise<RefundReason> {
    return this.database.transaction(async (tx) => {
      await ctx.idempotency.claim(tx);
      const value = await this.reasons.change(tx, ctx.storeId, id, changes);
      if (value === null) throw new RefundReasonNotFound(shownId);
      return unwrap(await answer(ctx, tx, { value }));
    });
  }
}
