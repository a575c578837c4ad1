import type { OrderRef } from '@tandem/orders';
import {
  savedProfileIn,
  type CompletePaymentSessionInput,
  type CreatePaymentSessionInput,
  type SessionRef,
  type UpdatePaymentSessionInput,
} from '@tandem/payment-sessions';
import { amountIn } from '../../../money/spree-amount';
import { idIn, savedCardIn } from '../../../ids/spree-path-ids';
import type {
  CompletePaymentSessionDto,
  CreatePaymentSessionDto,
  UpdatePaymentSessionDto,
} from './payment-session.dto';

/** @throws FieldInvalid */
export function toCreateSession(order: OrderRef, body: CreatePaymentSessionDto): CreatePaymentSessionInput {
  return {
    order,
    methodId: idIn('paymentMethod', body.payment_method_id ?? ''),
    amount: amountIn(body.amount),
    data: body.external_data ?? {},
    savedCardId: savedCardIn(body.external_data),
    savedProfileId: savedProfileIn(body.external_data),
  };
}

export function toUpdateSession(
  order: OrderRef,
  session: SessionRef,
  body: UpdatePaymentSessionDto,
): UpdatePaymentSessionInput {
  return {
    order,
    session,
    amount: amountIn(body.amount),
    data: body.external_data ?? {},
    savedCardId: savedCardIn(body.external_data),
    savedProfileId: savedProfileIn(body.external_data),
  };
}

export function toCompleteSession(
  order: OrderRef,
  session: SessionRef,
  body: CompletePaymentSessionDto,
): CompletePaymentSessionInput {
  return { order, session, data: body.external_data ?? {} };
}
