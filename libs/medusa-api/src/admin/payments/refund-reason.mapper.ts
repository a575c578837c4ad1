import type { RefundInput } from '@tandem/payments';
import { uuidOf } from '../../medusa-ids';
import type { RefundPaymentDto } from './payment.dto';

export function refundReasonIn({ refund_reason_id }: RefundPaymentDto): RefundInput['reason'] {
  if (refund_reason_id === undefined) return undefined;
  return { id: uuidOf('refundReason', refund_reason_id), shownId: refund_reason_id };
}
