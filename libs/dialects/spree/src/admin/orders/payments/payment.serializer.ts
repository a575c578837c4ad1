import { collectionsOf, type OrderDetails, type PaymentOfOrder } from '@tandem/checkout';
import { Money } from '@tandem/money';
import type { SessionDetails } from '@tandem/payment-sessions';
import { disputesOf, type LedgerEntry, type Payment, type PaymentHistory } from '@tandem/payments';
import { spreeAmount } from '../../../money/spree-amount';
import { spreeId } from '../../../ids/spree-ids';
import {
  paymentAmong,
  serializeChosen,
  serializePaymentHistory,
  serializeCreatedPayment,
} from '../../../store/orders/payments/payment.serializer';
import type { SpreeAdminPayment, SpreeAdminPaymentList, SpreeDispute } from './payment.dto';

/** A payment for staff, with its current ledger entries. */
export function serializeAdminPayment(history: PaymentHistory): SpreeAdminPayment {
  return {
    ...serializePaymentHistory(history),
    ...forStaff(history.payment),
    disputes: serializeDisputes(history.entries),
  };
}

/** A payment just created in one request, through a session of its own: it cannot have disputes yet. */
export function serializeAdminCreatedPayment(details: SessionDetails): SpreeAdminPayment {
  const payment = serializeCreatedPayment(details);
  if (details.payment === null) throw new Error(`session ${details.session.id} has no payment`);
  return { ...payment, ...forStaff(details.payment), disputes: [] };
}

export function serializeAdminPaymentList(details: OrderDetails): SpreeAdminPaymentList {
  const data = serializeAdminPayments(details);
  return { data, meta: { count: data.length } };
}

/** The requested one of the order's payments. */
export function serializeAdminPaymentOf({ details, paymentId }: PaymentOfOrder): SpreeAdminPayment {
  return paymentAmong(serializeAdminPayments(details), paymentId);
}

function serializeAdminPayments(details: OrderDetails): SpreeAdminPayment[] {
  const payments = collectionsOf(details).flatMap(({ payments }) => payments.map(serializeAdminPayment));
  const order_id = spreeId('order', details.order.id);
  const captured_amount = spreeAmount(Money.zero(details.order.total.currency));
  const chosen = serializeChosen(details).map((payment) => ({
    ...payment,
    order_id,
    captured_amount,
    capture_before: null,
    disputes: [],
  }));
  return [...payments, ...chosen];
}

function forStaff({
  orderId,
  state,
  captured,
  captureBefore,
}: Payment): Pick<SpreeAdminPayment, 'order_id' | 'captured_amount' | 'capture_before'> {
  return {
    order_id: spreeId('order', orderId),
    captured_amount: spreeAmount(captured),
    capture_before: state === 'authorized' && captureBefore ? captureBefore.toISOString() : null,
  };
}

function serializeDisputes(entries: readonly LedgerEntry[]): SpreeDispute[] {
  return disputesOf(entries).map(({ reference, state, amount, reason, dueBy }) => ({
    id: reference,
    status: state,
    amount: spreeAmount(amount),
    reason,
    due_by: dueBy,
  }));
}
