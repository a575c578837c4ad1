import type { SessionDetails, SessionState } from '@tandem/payment-sessions';
import { spreeAmount } from '../../../money/spree-amount';
import { spreeId } from '../../../ids/spree-ids';
import { serializePaymentMethod } from '../payment-methods/payment-method.serializer';
import { serializePayment } from '../payments/payment.serializer';
import type { SpreePaymentSession } from './payment-session.dto';

/** Spree has no status for `requires_action`, and calls both authorized and captured sessions completed. */
const STATUS = {
  pending: 'pending',
  requires_action: 'pending',
  processing: 'processing',
  authorized: 'completed',
  captured: 'completed',
  failed: 'failed',
  canceled: 'canceled',
  expired: 'expired',
} satisfies Record<SessionState, string>;

export function serializePaymentSession({
  session,
  method,
  payment,
  card,
}: SessionDetails): SpreePaymentSession {
  return {
    id: spreeId('paymentSession', session.id),
    status: STATUS[session.state],
    currency: session.amount.currency,
    external_id: session.externalId ?? '',
    external_data: session.data,
    // Null for guests and for gateways without customers.
    customer_external_id: session.context.accountHolder?.externalId ?? null,
    expires_at: session.expiresAt?.toISOString() ?? null,
    created_at: session.createdAt.toISOString(),
    updated_at: session.updatedAt.toISOString(),
    amount: spreeAmount(session.amount),
    payment_method_id: spreeId('paymentMethod', session.paymentMethodId),
    order_id: spreeId('order', session.orderId),
    payment_method: serializePaymentMethod(method),
    ...(payment && { payment: serializePayment(payment, method, card) }),
  };
}
