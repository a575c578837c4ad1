import { Module } from '@nestjs/common';
import { OrdersModule } from '@tandem/orders';
import { PaymentCollectionsModule } from '@tandem/payment-collections';
import { PaymentMethodsModule } from '@tandem/payment-methods';
import { SavedMethodsModule } from '@tandem/saved-methods';
import { AddRefundReason } from './add-refund-reason';
import { CancelPayment } from './cancel-payment';
import { CapturePayment } from './capture-payment';
import { Ledger } from './ledger';
import { LedgerRepository } from './ledger.repository';
import { MoveMoney } from './move-money';
import { PaymentEvents } from './payment-events';
import { PaymentsReader } from './payments.reader';
import { PaymentsRepository } from './payments.repository';
import { RefundPayment } from './refund-payment';

@Module({
  imports: [OrdersModule, PaymentMethodsModule, SavedMethodsModule, PaymentCollectionsModule],
  providers: [
    PaymentsRepository,
    LedgerRepository,
    PaymentEvents,
    Ledger,
    MoveMoney,
    PaymentsReader,
    CapturePayment,
    CancelPayment,
    RefundPayment,
    AddRefundReason,
  ],
  exports: [Ledger, PaymentsReader, CapturePayment, CancelPayment, RefundPayment, AddRefundReason],
})
export class PaymentsModule {}
