import { Module } from '@nestjs/common';
import { CheckoutModule } from '@tandem/checkout';
import { PaymentMethodsModule } from '@tandem/payment-methods';
import { PaymentSessionsModule } from '@tandem/payment-sessions';
import { PaymentsModule } from '@tandem/payments';
import { StoresModule } from '@tandem/stores';
import { WebhooksModule } from '@tandem/webhooks';
import { MedusaAdminPaymentsController } from './admin/payments/payments.controller';
import { MedusaPaymentHooksController } from './hooks/payment/hooks.controller';
import { MedusaStoreCartsController } from './store/carts/carts.controller';
import { MedusaStorePaymentCollectionsController } from './store/payment-collections/payment-collections.controller';
import { MedusaStorePaymentProvidersController } from './store/payment-providers/payment-providers.controller';

/** Medusa's v2 Store API. */
@Module({
  imports: [StoresModule, PaymentMethodsModule, PaymentSessionsModule, CheckoutModule, WebhooksModule],
  controllers: [
    MedusaStorePaymentCollectionsController,
    MedusaStorePaymentProvidersController,
    MedusaStoreCartsController,
    MedusaPaymentHooksController,
  ],
})
export class MedusaStoreModule {}

/** Medusa's v2 Admin API. */
@Module({ imports: [PaymentsModule], controllers: [MedusaAdminPaymentsController] })
export class MedusaAdminModule {}
