import { Module } from '@nestjs/common';
import { OrdersModule } from '@tandem/orders';
import { PaymentCollectionsModule } from '@tandem/payment-collections';
import { PaymentsModule } from '@tandem/payments';
import { PaymentsAtGateways } from './payments-at-gateways';
import { ReconcileCancellations } from './reconcile-cancellations';
import { ReconcileOrders } from './reconcile-orders';
import { ReconcilePayments } from './reconcile-payments';

/** For the command line only; no worker uses it. */
@Module({
  imports: [OrdersModule, PaymentCollectionsModule, PaymentsModule],
  providers: [PaymentsAtGateways, ReconcilePayments, ReconcileCancellations, ReconcileOrders],
  exports: [ReconcilePayments, ReconcileCancellations, ReconcileOrders],
})
export class ReconciliationModule {}
