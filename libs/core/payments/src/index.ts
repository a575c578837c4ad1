export * from './add-refund-reason';
export * from './cancel-payment';
export * from './capture-payment';
export * from './change-refund-reason';
export { disputesOf, type Dispute } from './dispute';
export type { DisputeState } from './dispute.states';
export { GatewayMovements } from './gateway-movements';
export { LedgerCheck, type CheckedPayment, type PaymentKey, type Sums } from './ledger-check.repository';
export { MoneyLeaving } from './money-leaving';
export { OrderDue } from './order-due';
export * from './ledger-entry';
export * from './payment';
export * from './payment.states';
export {
  PAYMENT_ORDER_FIELDS,
  type PaymentFilters,
  type PaymentOrderField,
} from './payment-lists.repository';
export * from './payments.errors';
export { PaymentsRepository } from './payments.repository';
export * from './payments.module';
export * from './payments.reader';
export { RecordAuthorization } from './record-authorization';
export * from './refund-payment';
export type { RefundReason, RefundReasonRef } from './refund-reason';
export * from './refund-reasons.reader';
export { REASON_ORDER_FIELDS, type ReasonFilters, type ReasonOrderField } from './refund-reasons.repository';
export * from './remove-refund-reason';
export { SettleTransaction, type SettledTransaction } from './settle-transaction';
