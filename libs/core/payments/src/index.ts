export * from './refund-reasons/create-refund-reason';
export * from './cancel/cancel-payment';
export * from './capture/capture-payment';
export * from './refund-reasons/update-refund-reason';
export { disputesOf, type Dispute } from './gateway/dispute';
export type { DisputeState } from './gateway/dispute.states';
export { GatewayPaymentsReader } from './gateway/gateway-payments.reader';
export { GatewayTransactions } from './gateway/gateway-transactions';
export {
  LedgerCheckRepository as LedgerCheck,
  type CheckedPayment,
  type PaymentKey,
  type Sums,
} from './ledger/ledger-check.repository';
export { mayBeInFlight, MoneyInFlight } from './transactions/money-in-flight';
export { OrderDue } from './transactions/order-due';
export * from './ledger/ledger-entry';
export { ledgerEntryFromJson, type LedgerEntryInJson } from './ledger/ledger-entry.row';
export { ledgerEntries } from './ledger/ledger-entries.statement';
export * from './payment';
export * from './payment.states';
export {
  PAYMENT_ORDER_FIELDS,
  type PaymentFilters,
  type PaymentOrderField,
} from './payment-lists.repository';
export * from './payments.errors';
export * from './payments.module';
export * from './payments.reader';
export { RecordAuthorization } from './transactions/record-authorization';
export * from './refund/refund-payment';
export type { RefundReason, RefundReasonRef } from './refund-reasons/refund-reason';
export * from './refund-reasons/refund-reasons.reader';
export {
  REASON_ORDER_FIELDS,
  type ReasonFilters,
  type ReasonOrderField,
} from './refund-reasons/refund-reasons.repository';
export * from './refund-reasons/remove-refund-reason';
export { SettleTransaction, type SettledTransaction } from './transactions/settle-transaction';
