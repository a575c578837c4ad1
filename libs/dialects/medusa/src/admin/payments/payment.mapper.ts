import type { PaymentFilters, RefundInput } from '@tandem/payments';
import { timesIn } from '../../lists/list.mapper';
import { amountIn } from '../../medusa-amount';
import { uuidsOf } from '../../ids/medusa-ids';
import { namedIn, type NamedId } from '../../ids/medusa-path-ids';
import type { MedusaRefundPaymentDto } from './payment.dto';
import type { PaymentsQueryDto } from './payments-query.dto';

export function paymentFiltersIn(query: PaymentsQueryDto): PaymentFilters {
  return {
    ids: uuidsOf('payment', query.id),
    sessionIds: uuidsOf('session', query.payment_session_id),
    created: timesIn(query.created_at),
    updated: timesIn(query.updated_at),
  };
}

export function toRefund(
  payment: NamedId,
  { amount, note, refund_reason_id: reason }: MedusaRefundPaymentDto,
): RefundInput {
  return {
    payment,
    amount: amountIn(amount),
    note,
    reason: reason === undefined ? undefined : namedIn('refundReason', reason),
  };
}
