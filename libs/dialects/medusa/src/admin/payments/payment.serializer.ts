import type { PaymentInCollection } from '@tandem/payment-sessions';
import { serializeAs, serializeListAs } from '../../medusa.serializer';
import { payment } from '../../resources/collection.resource';

const VISIBLE = {
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

export const serializePayment = serializeAs<PaymentInCollection>('payment', payment, VISIBLE);
export const serializePayments = serializeListAs<PaymentInCollection>('payments', payment, VISIBLE);
