import { Module } from '@nestjs/common';
import { OrdersModule } from '@tandem/orders';
import { PaymentCollectionsModule } from '@tandem/payment-collections';
import { PaymentMethodsModule } from '@tandem/payment-methods';
import { replaceable } from '@tandem/plugins';
import { CustomerVaultModule } from '@tandem/customer-vault';
import { CreateRefundReason } from './refund-reasons/create-refund-reason';
import { CancelPayment } from './cancel/cancel-payment';
import { CapturePayment } from './capture/capture-payment';
import { UpdateRefundReason } from './refund-reasons/update-refund-reason';
import { GatewayPaymentsReader } from './gateway/gateway-payments.reader';
import { GatewayTransactions } from './gateway/gateway-transactions';
import { LedgerCheckRepository } from './ledger/ledger-check.repository';
import { LedgerRepository } from './ledger/ledger.repository';
import { AuthorizationsRepository } from './transactions/authorizations.repository';
import { PaymentLocksRepository } from './transactions/payment-locks.repository';
import { MoneyInFlight } from './transactions/money-in-flight';
import { OrderDue } from './transactions/order-due';
import { PaymentListsRepository } from './payment-lists.repository';
import { PublishOrderPaid } from './transactions/publish-order-paid';
import { PaymentEvents } from './events/payment-events';
import { PendingRefundsReader } from './refund/pending-refunds.reader';
import { PaymentsReader } from './payments.reader';
import { PaymentsRepository } from './payments.repository';
import { RecordAuthorization } from './transactions/record-authorization';
import { RecordTransaction } from './transactions/record-transaction';
import { RefundCredit } from './refund/refund-credit';
import { RefundPayment } from './refund/refund-payment';
import { RefundReasonsReader } from './refund-reasons/refund-reasons.reader';
import { RefundReasonsRepository } from './refund-reasons/refund-reasons.repository';
import { ReserveTransaction } from './transactions/reserve-transaction';
import { SettleTransaction } from './transactions/settle-transaction';
import { RemoveRefundReason } from './refund-reasons/remove-refund-reason';

const ACTS = [
  RecordAuthorization,
  SettleTransaction,
  GatewayTransactions,
  GatewayPaymentsReader,
  OrderDue,
  MoneyInFlight,
  LedgerCheckRepository,
  PaymentsReader,
  RefundReasonsReader,
  CreateRefundReason,
  UpdateRefundReason,
  RemoveRefundReason,
];

@Module({
  imports: [OrdersModule, PaymentMethodsModule, CustomerVaultModule, PaymentCollectionsModule],
  providers: [
    PaymentsRepository,
    PaymentListsRepository,
    LedgerRepository,
    AuthorizationsRepository,
    PaymentLocksRepository,
    RefundReasonsRepository,
    PublishOrderPaid,
    PaymentEvents,
    PendingRefundsReader,
    RecordTransaction,
    ReserveTransaction,
    RefundCredit,
    ...ACTS,
    replaceable(CapturePayment),
    replaceable(CancelPayment),
    replaceable(RefundPayment),
  ],
  exports: [...ACTS, CapturePayment, CancelPayment, RefundPayment],
})
export class PaymentsModule {}
