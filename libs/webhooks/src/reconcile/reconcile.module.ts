import { Module } from '@nestjs/common';
import { PaymentCollectionsModule } from '@tandem/payment-collections';
import { PaymentsModule } from '@tandem/payments';
import { PaymentsAtGateways } from './payments-at-gateways';
import { ReconcileClosings } from './reconcile-closings';
import { ReconcilePayments } from './reconcile-payments';

/** For the command line: no worker runs in it. */
@Module({
  imports: [PaymentCollectionsModule, PaymentsModule],
  providers: [PaymentsAtGateways, ReconcilePayments, ReconcileClosings],
  exports: [ReconcilePayments, ReconcileClosings],
})
export class ReconcileModule {}
