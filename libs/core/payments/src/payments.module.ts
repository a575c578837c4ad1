import { Module } from '@nestjs/common';
import { OrdersModule } from '@tandem/orders';
import { PaymentCollectionsModule } from '@tandem/payment-collections';
import { PaymentMethodsModule } from '@tandem/payment-methods';
import { replaceable } from '@tandem/plugins';
import { SavedMethodsModule } from '@tandem/saved-methods';
import { AddRefundReason } from './add-refund-reason';
import { CancelPayment } from './cancel-payment';
import { CapturePayment } from './capture-payment';
import { ChangeRefundReason } from './change-refund-reason';
import { GatewayMovements } from './gateway-movements';
import { LockPayment } from './lock-payment';
import { LedgerTotals } from './ledger-totals';
import { LedgerCheck } from './ledger-check.repository';
import { LedgerRepository } from './ledger.repository';
import { MoneyLeaving } from './money-leaving';
import { OrderDue } from './order-due';
import { PaymentListsRepository } from './payment-lists.repository';
import { OrderPaid } from './order-paid';
import { PaymentEvents } from './payment-events';
import { PendingRefunds } from './pending-refunds';
import { PaymentsReader } from './payments.reader';
import { PaymentsRepository } from './payments.repository';
import { RecordAuthorization } from './record-authorization';
import { RecordTransaction } from './record-transaction';
import { RefundCredit } from './refund-credit';
import { RefundPayment } from './refund-payment';
import { RefundReasonsReader } from './refund-reasons.reader';
import { RefundReasonsRepository } from './refund-reasons.repository';
import { ReleaseRest } from './release-rest';
import { ReserveTransaction } from './reserve-transaction';
import { SettleTransaction } from './settle-transaction';
import { RemoveRefundReason } from './remove-refund-reason';

const DOOR = [
  RecordAuthorization,
  SettleTransaction,
  GatewayMovements,
  OrderDue,
  MoneyLeaving,
  LedgerCheck,
  PaymentsRepository,
  PaymentsReader,
  RefundReasonsReader,
  AddRefundReason,
  ChangeRefundReason,
  RemoveRefundReason,
];

@Module({
  imports: [OrdersModule, PaymentMethodsModule, SavedMethodsModule, PaymentCollectionsModule],
  providers: [
    LedgerTotals,
    PaymentListsRepository,
    LedgerRepository,
    RefundReasonsRepository,
    OrderPaid,
    PaymentEvents,
    PendingRefunds,
    ReleaseRest,
    RecordTransaction,
    LockPayment,
    ReserveTransaction,
    RefundCredit,
    ...DOOR,
    replaceable(CapturePayment),
    replaceable(CancelPayment),
    replaceable(RefundPayment),
  ],
  exports: [...DOOR, CapturePayment, CancelPayment, RefundPayment],
})
export class PaymentsModule {}
