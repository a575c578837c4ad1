import { Module } from '@nestjs/common';
import { CustomersModule } from '@tandem/customers';
import { LoginsModule } from '@tandem/logins';
import { StaffModule } from '@tandem/staff';
import { CheckoutModule } from '@tandem/checkout';
import { OrdersModule } from '@tandem/orders';
import { PaymentMethodsModule } from '@tandem/payment-methods';
import { PaymentSessionsModule } from '@tandem/payment-sessions';
import { PaymentsModule } from '@tandem/payments';
import { CustomerVaultModule } from '@tandem/customer-vault';
import { StoreCreditsModule } from '@tandem/store-credits';
import { VariantsModule } from '@tandem/catalog';
import { GatewayEventsModule } from '@tandem/gateway-events';
import { WebhooksModule } from '@tandem/webhooks';
import { SpreeAdminUsersController } from './admin/admin-users/admin-users.controller';
import { SpreeAdminApiKeysController } from './admin/api-keys/api-keys.controller';
import { SpreeStoreGuard } from './auth/spree-store.guard';
import { SpreeAdminCustomersController } from './admin/customers/customers.controller';
import { SpreeAdminStoreCreditsController } from './admin/customers/store-credits/store-credits.controller';
import { SpreeAdminGiftCardsController } from './admin/gift-cards/gift-cards.controller';
import { SpreeAdminOrdersController } from './admin/orders/orders.controller';
import { SpreeAdminPaymentSessionsController } from './admin/orders/payment-sessions/payment-sessions.controller';
import { SpreeAdminPaymentsController } from './admin/orders/payments/payments.controller';
import { SpreeAdminRefundsController } from './admin/orders/refunds/refunds.controller';
import { SpreeAdminPaymentMethodsController } from './admin/payment-methods/payment-methods.controller';
import { SpreeAdminPaymentEventsController } from './admin/payment-events/payment-events.controller';
import { SpreeAdminProviderOperationsController } from './admin/provider-operations/provider-operations.controller';
import { SpreeAdminUnplacedOrdersController } from './admin/unplaced-orders/unplaced-orders.controller';
import { SpreeAdminVariantsController } from './admin/variants/variants.controller';
import { SpreeAdminWebhookDeliveriesController } from './admin/webhook-endpoints/deliveries/webhook-deliveries.controller';
import { SpreeAdminWebhookEndpointsController } from './admin/webhook-endpoints/webhook-endpoints.controller';
import { SpreeStoreAuthController } from './store/auth/auth.controller';
import { SpreeStoreCartController } from './store/cart/cart.controller';
import { SpreeStoreCartsController } from './store/carts/carts.controller';
import { SpreeStoreCartGiftCardsController } from './store/carts/gift-cards/gift-cards.controller';
import { SpreeStoreCartPaymentsController } from './store/carts/payments/payments.controller';
import { SpreeStoreCreditCardsController } from './store/customer/credit-cards/credit-cards.controller';
import { SpreeStoreSetupSessionsController } from './store/customer/payment-setup-sessions/payment-setup-sessions.controller';
import { SpreeStoreCustomerController } from './store/customer/customer.controller';
import { SpreeStoreCustomersController } from './store/customer/customers.controller';
import { SpreeStoreCustomerGiftCardsController } from './store/customer/gift-cards/gift-cards.controller';
import { SpreeStoreCustomerOrdersController } from './store/customer/orders/orders.controller';
import { SpreeStoreCustomerCreditsController } from './store/customer/store-credits/store-credits.controller';
import { SpreeStoreLineItemsController } from './store/orders/line-items/line-items.controller';
import { SpreeStoreOrdersController } from './store/orders/orders.controller';
import { SpreeStorePaymentMethodsController } from './store/orders/payment-methods/payment-methods.controller';
import { SpreeStorePaymentSessionsController } from './store/orders/payment-sessions/payment-sessions.controller';
import { SpreeStorePaymentsController } from './store/orders/payments/payments.controller';
import { SpreeStoreOrderCreditsController } from './store/orders/store-credits/store-credits.controller';
import { SpreePaymentWebhooksController } from './webhooks/payments/payment-webhooks.controller';
import { SpreeProviderWebhooksController } from './webhooks/providers/provider-webhooks.controller';

/** Spree's v3 Store API. */
@Module({
  imports: [
    CustomersModule,
    LoginsModule,
    CheckoutModule,
    OrdersModule,
    CustomerVaultModule,
    PaymentMethodsModule,
    PaymentSessionsModule,
    PaymentsModule,
    StoreCreditsModule,
    GatewayEventsModule,
  ],
  controllers: [
    SpreePaymentWebhooksController,
    SpreeProviderWebhooksController,
    SpreeStoreAuthController,
    SpreeStoreCustomersController,
    SpreeStoreCreditCardsController,
    SpreeStoreSetupSessionsController,
    SpreeStoreCustomerController,
    SpreeStoreCartController,
    SpreeStoreCartsController,
    SpreeStoreCartGiftCardsController,
    SpreeStoreCartPaymentsController,
    SpreeStoreOrdersController,
    SpreeStoreLineItemsController,
    SpreeStoreOrderCreditsController,
    SpreeStorePaymentSessionsController,
    SpreeStorePaymentsController,
    SpreeStorePaymentMethodsController,
    SpreeStoreCustomerOrdersController,
    SpreeStoreCustomerGiftCardsController,
    SpreeStoreCustomerCreditsController,
  ],
  providers: [SpreeStoreGuard],
})
export class SpreeStoreModule {}

/** The admin routes in Spree's dialect. */
@Module({
  imports: [
    CustomersModule,
    StaffModule,
    CheckoutModule,
    OrdersModule,
    PaymentMethodsModule,
    PaymentSessionsModule,
    PaymentsModule,
    StoreCreditsModule,
    VariantsModule,
    GatewayEventsModule,
    WebhooksModule,
  ],
  controllers: [
    SpreeAdminOrdersController,
    SpreeAdminPaymentSessionsController,
    SpreeAdminPaymentsController,
    SpreeAdminRefundsController,
    SpreeAdminPaymentMethodsController,
    SpreeAdminApiKeysController,
    SpreeAdminUnplacedOrdersController,
    SpreeAdminUsersController,
    SpreeAdminVariantsController,
    SpreeAdminCustomersController,
    SpreeAdminStoreCreditsController,
    SpreeAdminGiftCardsController,
    SpreeAdminPaymentEventsController,
    SpreeAdminProviderOperationsController,
    SpreeAdminWebhookEndpointsController,
    SpreeAdminWebhookDeliveriesController,
  ],
})
export class SpreeAdminModule {}
