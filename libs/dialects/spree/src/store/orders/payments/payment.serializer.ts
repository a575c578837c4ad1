import {
  chosenOf,
  collectionsOf,
  dueOfOrder,
  type OrderDetails,
  type PaymentOfOrder,
} from '@tandem/checkout';
import { Money } from '@tandem/money';
import type { PaymentSession, SessionDetails } from '@tandem/payment-sessions';
import {
  capturable,
  manualPaymentNumber,
  type Payment,
  type PaymentHistory,
  type PaymentState,
} from '@tandem/payments';
import type { SavedCard } from '@tandem/customer-vault';
import { displayAmount, spreeAmount } from '../../../money/spree-amount';
import { spreeId } from '../../../ids/spree-ids';
import { serializePaymentMethod, type PresentedMethod } from '../payment-methods/payment-method.serializer';
import type { SpreePayment } from './payment.dto';
import { serializeSource } from './payment-source.serializer';

/** Spree's names of the payment states. */
export const PAYMENT_STATE = {
  authorized: 'pending',
  captured: 'completed',
  canceled: 'void',
} satisfies Record<PaymentState, string>;

export function serializePayment(
  payment: Payment,
  method: PresentedMethod,
  card: SavedCard | null,
): SpreePayment {
  const amount = payment.state === 'captured' ? payment.captured : payment.authorized;
  return {
    id: spreeId('payment', payment.id),
    payment_method_id: spreeId('paymentMethod', payment.paymentMethodId),
    state: PAYMENT_STATE[payment.state],
    status: PAYMENT_STATE[payment.state],
    response_code: payment.externalId,
    number: payment.number,
    amount: spreeAmount(amount),
    display_amount: displayAmount(amount),
    uncaptured_amount: spreeAmount(capturable(payment)),
    voided_amount: spreeAmount(payment.canceled),
    created_at: payment.createdAt.toISOString(),
    updated_at: payment.updatedAt.toISOString(),
    ...serializeSource(payment, card),
    payment_method: serializePaymentMethod(method),
  };
}

/** A payment after a payment transaction. */
export function serializePaymentHistory({ payment, method, card }: PaymentHistory): SpreePayment {
  return serializePayment(payment, method, card);
}

/** A payment created in one request, through a session of its own; or a manual payment that the shopper chose. */
export function serializeCreatedPayment({ session, method, payment, card }: SessionDetails): SpreePayment {
  return payment === null
    ? serializeChoice(session, method, session.amount)
    : serializePayment(payment, method, card);
}

/** A manual payment that a shopper chose, as the payment it becomes once the order is completed. */
function serializeChoice(session: PaymentSession, method: PresentedMethod, amount: Money): SpreePayment {
  const zero = Money.zero(amount.currency);
  return {
    id: spreeId('payment', session.id),
    payment_method_id: spreeId('paymentMethod', session.paymentMethodId),
    state: 'checkout',
    status: 'checkout',
    response_code: session.externalId,
    number: manualPaymentNumber(session.id),
    amount: spreeAmount(amount),
    display_amount: displayAmount(amount),
    uncaptured_amount: spreeAmount(zero),
    voided_amount: spreeAmount(zero),
    created_at: session.createdAt.toISOString(),
    updated_at: session.updatedAt.toISOString(),
    source_type: null,
    source_id: null,
    source: null,
    payment_method: serializePaymentMethod(method),
  };
}

/** The payments of all the order's collections, which Spree does not have. */
export function serializePaymentsOf(details: OrderDetails): SpreePayment[] {
  const payments = collectionsOf(details).flatMap(({ payments }) => payments.map(serializePaymentHistory));
  return [...payments, ...serializeChosen(details)];
}

/** The chosen manual payment. If it covers everything, its amount follows the amount payable. */
export function serializeChosen(details: OrderDetails): SpreePayment[] {
  const chosen = chosenOf(details);
  const method = chosen && details.methods.find(({ id }) => id === chosen.paymentMethodId);
  if (!chosen || !method) return [];
  const followsTotal = chosen.coversAll && chosen.state === 'pending';
  const amount = followsTotal ? dueOfOrder(details).payable : chosen.amount;
  return [serializeChoice(chosen, method, amount)];
}

/** The requested one of the order's payments. */
export function serializePaymentOf({ details, paymentId }: PaymentOfOrder): SpreePayment {
  return paymentAmong(serializePaymentsOf(details), paymentId);
}

export function paymentAmong<T extends SpreePayment>(payments: readonly T[], paymentId: string): T {
  const found = payments.find(({ id }) => id === spreeId('payment', paymentId));
  if (!found) throw new Error(`payment ${paymentId} is missing from its order`);
  return found;
}

export function serializePaymentList(details: OrderDetails): {
  data: SpreePayment[];
  meta: { count: number };
} {
  const data = serializePaymentsOf(details);
  return { data, meta: { count: data.length } };
}
