import type { PaymentHistory } from '@tandem/payments';
import type { Request } from 'express';
import { render } from '../../fields';
import { fieldsOf } from '../../fields-of';
import { payment } from '../../resources/collection.resource';

const DEFAULTS = [
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
];

export function presentPayment(history: PaymentHistory, request: Request): { payment: unknown } {
  return { payment: render(payment, { history, within: null }, fieldsOf(request, DEFAULTS)) };
}
