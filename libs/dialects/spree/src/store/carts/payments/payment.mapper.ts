import type { TakePaymentInput } from '@tandem/payment-sessions';
import type { OrderRef } from '@tandem/orders';
import { amountIn } from '../../../money/spree-amount';
import { idIn, savedCardIn } from '../../../ids/spree-path-ids';
import type { TakePaymentDto } from './payment.dto';

/** @throws FieldInvalid */
export function toTakePayment(order: OrderRef, body: TakePaymentDto): TakePaymentInput {
  return {
    order,
    methodId: idIn('paymentMethod', body.payment_method_id ?? ''),
    amount: amountIn(body.amount),
    data: body.metadata ?? {},
    savedCardId: savedCardIn({ payment_source_id: body.source_id }),
  };
}
