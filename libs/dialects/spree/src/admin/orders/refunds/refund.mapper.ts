import type { RefundInput } from '@tandem/payments';
import { amountIn } from '../../../money/spree-amount';
import { paymentRef, uuidOf } from '../../../ids/spree-ids';
import type { RefundPaymentDto } from './refund.dto';

/** @throws FieldInvalid */
export function toRefund(order: string, body: RefundPaymentDto): RefundInput {
  const { payment_id = '', amount, refund_reason_id } = body;
  return {
    payment: paymentRef(order, payment_id),
    amount: amountIn(amount),
    ...(refund_reason_id !== undefined && {
      reason: { id: uuidOf('refundReason', refund_reason_id), shownId: refund_reason_id },
    }),
  };
}
