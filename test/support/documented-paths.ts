const under = (relation: string, names: readonly string[]): string[] =>
  names.map((name) => `${relation}.${name}`);
const words = (text: string): string[] => text.trim().split(/\s+/);

const CAPTURE = words('id amount created_at created_by payment');
const REFUND = words('id amount refund_reason_id refund_reason note created_at created_by payment');
const REFUND_REASON = words('id label code description metadata created_at updated_at');

const PAYMENT = [
  ...words(`id amount authorized_amount currency_code provider_id data created_at updated_at captured_at
    canceled_at captured_amount refunded_amount captures refunds payment_collection payment_session`),
  ...under('captures', CAPTURE),
  ...under('refunds', REFUND),
  ...under('refunds.refund_reason', REFUND_REASON),
];

const SESSION = words(`id amount currency_code provider_id data context status authorized_at
  payment_collection payment`);

/** The 97 properties on Medusa's page of POST /store/payment-collections/{id}/payment-sessions. */
export const DOCUMENTED = [
  ...words(`id currency_code amount status authorized_amount captured_amount refunded_amount completed_at
    created_at updated_at metadata payment_providers payment_sessions payments`),
  'payment_providers.id',
  ...under('payment_sessions', SESSION),
  ...under('payment_sessions.payment', PAYMENT),
  ...under('payments', PAYMENT),
];
