import {
  savedProfileIn,
  type CompletePaymentSessionInput,
  type CreatePaymentSessionInput,
  type UpdatePaymentSessionInput,
} from '@tandem/payment-sessions';
import { amountIn } from '../../../money/spree-amount';
import { orderRef, savedCardIn, sessionRef, uuidOf } from '../../../ids/spree-ids';
import type {
  CompletePaymentSessionDto,
  CreatePaymentSessionDto,
  UpdatePaymentSessionDto,
} from './payment-session.dto';

/** @throws FieldInvalid */
export function toCreateSession(order: string, body: CreatePaymentSessionDto): CreatePaymentSessionInput {
  return {
    order: orderRef(order),
    methodId: uuidOf('paymentMethod', body.payment_method_id ?? ''),
    amount: amountIn(body.amount),
    data: body.external_data ?? {},
    savedCardId: savedCardIn(body.external_data),
    savedProfileId: savedProfileIn(body.external_data),
  };
}

export function toUpdateSession(
  order: string,
  id: string,
  body: UpdatePaymentSessionDto,
): UpdatePaymentSessionInput {
  return {
    order: orderRef(order),
    session: sessionRef(id),
    amount: amountIn(body.amount),
    data: body.external_data ?? {},
    savedCardId: savedCardIn(body.external_data),
    savedProfileId: savedProfileIn(body.external_data),
  };
}

export function toCompleteSession(
  order: string,
  id: string,
  body: CompletePaymentSessionDto,
): CompletePaymentSessionInput {
  return { order: orderRef(order), session: sessionRef(id), data: body.external_data ?? {} };
}
