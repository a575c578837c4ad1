import { Injectable } from '@nestjs/common';
import type { Page, PageRequest, RequestContext } from '@tandem/context';
import type { Queryable } from '@tandem/database';
import { RefundReasonNotFound } from '../payments.errors';
import type { RefundReason, RefundReasonRef } from './refund-reason';
import {
  RefundReasonsRepository,
  type ReasonFilters,
  type ReasonOrderField,
} from './refund-reasons.repository';

/** A store's refund reasons, for staff. */
@Injectable()
export class RefundReasonsReader {
  constructor(private readonly reasons: RefundReasonsRepository) {}

  findPage(
    ctx: RequestContext,
    filters: ReasonFilters,
    requested: PageRequest<ReasonOrderField>,
  ): Promise<Page<RefundReason>> {
    return this.reasons.findPage(ctx.storeId, filters, requested);
  }

  /** @throws RefundReasonNotFound, also for a removed one */
  async get(ctx: RequestContext, { id, publicId }: RefundReasonRef, on?: Queryable): Promise<RefundReason> {
    const reason = await this.reasons.findById(ctx.storeId, id, on);
    if (reason === null) throw new RefundReasonNotFound(publicId);
    return reason;
  }
}
