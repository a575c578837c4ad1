import { Module } from '@nestjs/common';
import { CheckoutModule } from '@tandem/checkout';
import { OrdersModule } from '@tandem/orders';
import { PaymentMethodsModule } from '@tandem/payment-methods';
import { PaymentSessionsModule } from '@tandem/payment-sessions';
import { SpreeAdminOrdersController } from './admin/orders/orders.controller';
import { SpreeStoreOrdersController } from './store/orders/orders.controller';
import { SpreeStorePaymentMethodsController } from './store/orders/payment-methods/payment-methods.controller';
import { SpreeStorePaymentSessionsController } from './store/orders/payment-sessions/payment-sessions.controller';
import { SpreeStorePaymentsController } from './store/orders/payments/payments.controller';

/** Spree's v3 Store API. */
@Module({
  imports: [CheckoutModule, OrdersModule, PaymentMethodsModule, PaymentSessionsModule],
  controllers: [
    SpreeStoreOrdersController,
    SpreeStorePaymentSessionsController,
    SpreeStorePaymentsController,
    SpreeStorePaymentMethodsController,
  ],
})
export class SpreeStoreModule {}

/** The admin routes in Spree's dialect. */
@Module({ imports: [CheckoutModule], controllers: [SpreeAdminOrdersController] })
export class SpreeAdminModule {}
