import type { SetupSessionDetails, SetupSessionState } from '@tandem/customer-vault';
import { spreeId } from '../../../ids/spree-ids';
import { serializePaymentMethod } from '../../orders/payment-methods/payment-method.serializer';
import type { SpreePaymentSetupSession } from './payment-setup-session.dto';

/** Spree has no status for `requires_action`. */
const STATUS = {
  pending: 'pending',
  requires_action: 'pending',
  processing: 'processing',
  completed: 'completed',
  failed: 'failed',
  expired: 'expired',
} satisfies Record<SetupSessionState, string>;

export function serializeSetupSession({ setup, method }: SetupSessionDetails): SpreePaymentSetupSession {
  return {
    id: spreeId('paymentSetupSession', setup.id),
    status: STATUS[setup.state],
    external_id: setup.externalId,
    external_client_secret: setup.clientSecret,
    external_data: setup.data,
    created_at: setup.createdAt.toISOString(),
    updated_at: setup.updatedAt.toISOString(),
    payment_method_id: spreeId('paymentMethod', setup.paymentMethodId),
    payment_source_id: setup.cardId && spreeId('creditCard', setup.cardId),
    payment_source_type: setup.cardId && 'Spree::CreditCard',
    customer_id: spreeId('customer', setup.customerId),
    payment_method: serializePaymentMethod(method),
  };
}
