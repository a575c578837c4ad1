import type { OrderRef } from '@tandem/orders';
import type { RefundInput } from '@tandem/payments';
import { amountIn } from '../../../money/spree-amount';
import { paymentRef } from '../../../ids/spree-ids';
import { idIn } from '../../../ids/spree-path-ids';
import type { RefundPaymentDto } from './refund.dto';

/** @throws FieldInvalid */
export function toRefund(order: OrderRef, body: RefundPaymentDto): RefundInput {
  const { payment_id = '', amount, refund_reason_id } = body;
  return {
    payment: paymentRef(order, idIn('payment', payment_id)),
    amount: amountIn(amount),
    ...(refund_reason_id !== undefined && {
      reason: { id: idIn('refundReason', refund_reason_id), publicId: refund_reason_id },
    }),
  };
}
