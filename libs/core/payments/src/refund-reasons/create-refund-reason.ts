import { Injectable } from '@nestjs/common';
import { storeResponse, getOrThrow, type RequestContext } from '@tandem/context';
import { Database, type Tx } from '@tandem/database';
import { newId } from '@tandem/ids';
import type { RefundReason } from './refund-reason';
import { RefundReasonsRepository, type ReasonText } from './refund-reasons.repository';

/** Adds a reason to the store's list. @throws RefundReasonCodeTaken */
@Injectable()
export class CreateRefundReason {
  constructor(
    private readonly database: Database,
    private readonly reasons: RefundReasonsRepository,
  ) {}

  run(ctx: RequestContext, reason: ReasonText): Promise<RefundReason> {
    return this.database.transaction((tx) => this.runInTransaction(tx, ctx, reason));
  }

  /** As part of a larger transaction. */
  async runInTransaction(tx: Tx, ctx: RequestContext, reason: ReasonText): Promise<RefundReason> {
    await ctx.idempotency.claim(tx);
    const value = await this.reasons.insert(tx, ctx.storeId, newId(), reason);
    return getOrThrow(await storeResponse(ctx, tx, { value }));
  }
}
