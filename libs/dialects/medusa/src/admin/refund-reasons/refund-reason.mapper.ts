import type { ReasonFilters, RefundReason } from '@tandem/payments';
import { timesIn } from '../../lists/list.mapper';
import { uuidsOf } from '../../ids/medusa-ids';
import type { AddRefundReasonDto, RefundReasonsQueryDto } from './refund-reason.dto';

/** Medusa's default limit of this list. */
export const REASONS_LIMIT = 15;

export function reasonFiltersIn(query: RefundReasonsQueryDto): ReasonFilters {
  return {
    ids: uuidsOf('refundReason', query.id),
    search: query.q,
    created: timesIn(query.created_at),
    updated: timesIn(query.updated_at),
  };
}

export function toCreateReason({
  label,
  code,
  description = null,
}: AddRefundReasonDto): Pick<RefundReason, 'label' | 'code' | 'description'> {
  return { label, code, description };
}
