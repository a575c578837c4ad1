import type { RefundInput } from '@tandem/payments';
import { named } from '../../medusa-ids';
import type { MedusaRefundPaymentDto } from './payment.dto';

export function refundReasonIn({ refund_reason_id }: MedusaRefundPaymentDto): RefundInput['reason'] {
  if (refund_reason_id === undefined) return undefined;
  return named('refundReason', refund_reason_id);
}
