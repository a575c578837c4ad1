import type { OpenOperation } from '@tandem/provider-operations';
import { spreeAmount } from '../../money/spree-amount';
import { spreeId } from '../../ids/spree-ids';
import type { SpreeProviderOperation } from './provider-operation.dto';

export function serializeProviderOperation(operation: OpenOperation): SpreeProviderOperation {
  return {
    id: spreeId('providerOperation', operation.id),
    verb: operation.verb,
    provider_id: operation.providerId,
    order_id: spreeId('order', operation.orderId),
    payment_session_id: spreeId('paymentSession', operation.sessionId),
    payment_id: operation.paymentId && spreeId('payment', operation.paymentId),
    amount: spreeAmount(operation.amount),
    currency: operation.amount.currency,
    attempts: operation.attempts,
    age_seconds: operation.ageSeconds,
    sent_at: operation.sentAt.toISOString(),
    created_at: operation.createdAt.toISOString(),
  };
}
