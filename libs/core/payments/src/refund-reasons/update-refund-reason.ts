import { Injectable } from '@nestjs/common';
import { storeResponse, getOrThrow, type RequestContext } from '@tandem/context';
import { Database } from '@tandem/database';
import { RefundReasonNotFound } from '../payments.errors';
import type { RefundReason, RefundReasonRef } from './refund-reason';
import { RefundReasonsRepository, type ReasonText } from './refund-reasons.repository';

/** Updates a reason; fields left out stay unchanged. @throws RefundReasonNotFound, RefundReasonCodeTaken */
@Injectable()
export class UpdateRefundReason {
  constructor(
    private readonly database: Database,
    private readonly reasons: RefundReasonsRepository,
  ) {}

  async run(
    ctx: RequestContext,
    { id, publicId }: RefundReasonRef,
    changes: Partial<ReasonText>,
  ): Promise<RefundReason> {
    return this.database.transaction(async (tx) => {
      await ctx.idempotency.claim(tx);
      const value = await this.reasons.update(tx, ctx.storeId, id, changes);
      if (value === null) throw new RefundReasonNotFound(publicId);
      return getOrThrow(await storeResponse(ctx, tx, { value }));
    });
  }
}
