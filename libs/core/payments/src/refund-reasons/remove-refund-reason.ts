import { Injectable } from '@nestjs/common';
import { storeResponse, getOrThrow, type RequestContext } from '@tandem/context';
import { Database } from '@tandem/database';
import { RefundReasonNotFound } from '../payments.errors';
import type { RefundReasonRef } from './refund-reason';
import { RefundReasonsRepository } from './refund-reasons.repository';

/** Removes a reason; its refunds keep it. @throws RefundReasonNotFound */
@Injectable()
export class RemoveRefundReason {
  constructor(
    private readonly database: Database,
    private readonly reasons: RefundReasonsRepository,
  ) {}

  /** Returns the id as the caller wrote it. */
  async run(ctx: RequestContext, { id, publicId }: RefundReasonRef): Promise<string> {
    return this.database.transaction(async (tx) => {
      await ctx.idempotency.claim(tx);
      const removed = await this.reasons.remove(tx, ctx.storeId, id);
      if (removed === null) throw new RefundReasonNotFound(publicId);
      return getOrThrow(await storeResponse(ctx, tx, { value: publicId }));
    });
  }
}
