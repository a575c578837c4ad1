import type { PaymentInCollection } from '@tandem/payment-sessions';
import { presentAs, presentListAs } from '../../medusa.presenter';
import { payment } from '../../resources/collection.resource';

const SHOWN = {
  defaults: [
    'id',
    'currency_code',
    'amount',
    'captured_at',
    'payment_collection_id',
    'payment_session_id',
    'captures.id',
    'captures.amount',
    'refunds.id',
    'refunds.amount',
    'refunds.note',
    'refunds.payment_id',
    'refunds.refund_reason_id',
    'refunds.refund_reason.id',
    'refunds.refund_reason.label',
    'refunds.refund_reason.code',
  ],
};

export const presentPayment = presentAs<PaymentInCollection>('payment', payment, SHOWN);
export const presentPayments = presentListAs<PaymentInCollection>('payments', payment, SHOWN);
