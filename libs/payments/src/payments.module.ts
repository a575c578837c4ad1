import { Module } from '@nestjs/common';
import { PaymentCollectionsModule } from '@tandem/payment-collections';
import { AddRefundReason } from './add-refund-reason';
import { CapturePayment } from './capture-payment';
import { Ledger } from './ledger';
import { LedgerRepository } from './ledger.repository';
import { MoveMoney } from './move-money';
import { PaymentsReader } from './payments.reader';
import { PaymentsRepository } from './payments.repository';
import { RefundPayment } from './refund-payment';

@Module({
  imports: [PaymentCollectionsModule],
  providers: [
    PaymentsRepository,
    LedgerRepository,
    Ledger,
    MoveMoney,
    PaymentsReader,
    CapturePayment,
    RefundPayment,
    AddRefundReason,
  ],
  exports: [Ledger, PaymentsReader, CapturePayment, RefundPayment, AddRefundReason],
})
export class PaymentsModule {}
