import { Module } from '@nestjs/common';
import { PaymentCollectionsModule } from '@tandem/payment-collections';
import { PaymentMethodsModule } from '@tandem/payment-methods';
import { PaymentsModule } from '@tandem/payments';
import { ReconcilePayments } from './reconcile-payments';

/** For the command line: no worker runs in it. */
@Module({
  imports: [PaymentMethodsModule, PaymentCollectionsModule, PaymentsModule],
  providers: [ReconcilePayments],
  exports: [ReconcilePayments],
})
export class ReconcileModule {}
