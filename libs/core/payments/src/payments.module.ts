import { Module } from '@nestjs/common';
import { OrdersModule } from '@tandem/orders';
import { PaymentCollectionsModule } from '@tandem/payment-collections';
import { PaymentMethodsModule } from '@tandem/payment-methods';
import { replaceable } from '@tandem/plugins';
import { SavedMethodsModule } from '@tandem/saved-methods';
import { AddRefundReason } from './add-refund-reason';
import { BegunBefore } from './begun-before';
import { CancelPayment } from './cancel-payment';
import { CaptureLimit } from './capture-limit';
import { CapturePayment } from './capture-payment';
import { ChangeRefundReason } from './change-refund-reason';
import { GatewayMovements } from './gateway-movements';
import { HoldOrder } from './hold-order';
import { Ledger } from './ledger';
import { LedgerTotals } from './ledger-totals';
import { LedgerCheck } from './ledger-check.repository';
import { LedgerRepository } from './ledger.repository';
import { MoneyLeaving } from './money-leaving';
import { MoveMoney } from './move-money';
import { OrderDue } from './order-due';
import { PaymentListsRepository } from './payment-lists.repository';
import { OrderPaid } from './order-paid';
import { PaymentEvents } from './payment-events';
import { PendingRefunds } from './pending-refunds';
import { PaymentsReader } from './payments.reader';
import { PaymentsRepository } from './payments.repository';
import { RefundCredit } from './refund-credit';
import { RefundPayment } from './refund-payment';
import { RefundReasonsReader } from './refund-reasons.reader';
import { RefundReasonsRepository } from './refund-reasons.repository';
import { RecordMovement } from './record-movement';
import { ReleaseRest } from './release-rest';
import { RemoveRefundReason } from './remove-refund-reason';

const DOOR = [
  Ledger,
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
    RecordMovement,
    MoveMoney,
    RefundCredit,
    CaptureLimit,
    HoldOrder,
    BegunBefore,
    ...DOOR,
    replaceable(CapturePayment),
    replaceable(CancelPayment),
    replaceable(RefundPayment),
  ],
  exports: [...DOOR, CapturePayment, CancelPayment, RefundPayment],
})
export class PaymentsModule {}
