import type { OrderDetails } from '@tandem/checkout';
import type { Payment, PaymentState } from '@tandem/payments';
import { displayAmount, spreeAmount } from '../../../spree-amount';
import { spreeId } from '../../../spree-ids';
import { presentPaymentMethod, type ShownMethod } from '../payment-methods/payment-method.presenter';
import type { SpreePayment } from './payment.dto';

const STATE = { authorized: 'pending', captured: 'completed', canceled: 'void' } satisfies Record<
  PaymentState,
  string
>;

export function presentPayment(
  payment: Payment,
  method: ShownMethod,
  responseCode: string | null,
): SpreePayment {
  const amount = payment.state === 'captured' ? payment.captured : payment.authorized;
  return {
    id: spreeId('payment', payment.id),
    payment_method_id: spreeId('paymentMethod', payment.paymentMethodId),
    state: STATE[payment.state],
    response_code: responseCode,
    number: payment.number,
    amount: spreeAmount(amount),
    display_amount: displayAmount(amount),
    created_at: payment.createdAt.toISOString(),
    updated_at: payment.updatedAt.toISOString(),
    source_type: null,
    source_id: null,
    source: null,
    payment_method: presentPaymentMethod(method),
  };
}

/** The payments of an order; one whose method is gone is a broken row, and is said so rather than left out. */
export function presentPaymentsOf({
  payment: { payments, sessions },
  methods,
}: OrderDetails): SpreePayment[] {
  return payments.map(({ payment }) => {
    const method = methods.find(({ id }) => id === payment.paymentMethodId);
    if (!method) throw new Error(`payment ${payment.id} has no payment method`);
    const session = sessions.find(({ id }) => id === payment.sessionId);
    return presentPayment(payment, method, session?.externalId ?? null);
  });
}

export function presentPaymentList(details: OrderDetails): { data: SpreePayment[]; meta: { count: number } } {
  const data = presentPaymentsOf(details);
  return { data, meta: { count: data.length } };
}
