import type { RefundInput } from '@tandem/payments';
import { named } from '../../medusa-ids';
import type { RefundPaymentDto } from './payment.dto';

export function refundReasonIn({ refund_reason_id }: RefundPaymentDto): RefundInput['reason'] {
  if (refund_reason_id === undefined) return undefined;
  return named('refundReason', refund_reason_id);
}
