import { Module } from '@nestjs/common';
import { CustomersModule } from '@tandem/customers';
import { LoginsModule } from '@tandem/logins';
import { StaffModule } from '@tandem/staff';
import { CheckoutModule } from '@tandem/checkout';
import { PaymentMethodsModule } from '@tandem/payment-methods';
import { PaymentSessionsModule } from '@tandem/payment-sessions';
import { PaymentsModule } from '@tandem/payments';
import { StoresModule } from '@tandem/stores';
import { MedusaAdminApiKeysController } from './admin/api-keys/api-keys.controller';
import { MedusaAdminPaymentCollectionsController } from './admin/payment-collections/payment-collections.controller';
import { MedusaAdminPaymentProvidersController } from './admin/payments/payment-providers/payment-providers.controller';
import { MedusaAdminCustomersController } from './admin/customers/customers.controller';
import { MedusaAdminInviteAcceptController } from './admin/invites/accept/accept.controller';
import { MedusaAdminInvitesController } from './admin/invites/invites.controller';
import { MedusaAdminPaymentsController } from './admin/payments/payments.controller';
import { MedusaAdminRefundReasonsController } from './admin/refund-reasons/refund-reasons.controller';
import { GatewayEventsModule } from '@tandem/gateway-events';
import { MedusaPaymentHooksController } from './hooks/payment/hooks.controller';
import { MedusaAdminOrdersController } from './admin/orders/orders.controller';
import { MedusaAdminRegionsController } from './admin/regions/regions.controller';
import { MedusaStoreCartsController } from './store/carts/carts.controller';
import { MedusaStoreLineItemsController } from './store/carts/line-items/line-items.controller';
import { MedusaStoreOrdersController } from './store/orders/orders.controller';
import { MedusaAdminUsersController } from './admin/users/users.controller';
import { BrowserSessions } from './auth/browser-sessions';
import { CookieSessions } from './auth/cookie-sessions';
import { MedusaStoreGuard } from './auth/medusa-store.guard';
import { PublishableKeys } from './auth/publishable-keys';
import { MedusaEmailpassController } from './auth/emailpass.controller';
import { MedusaSessionController } from './auth/session.controller';
import { MedusaTokenController } from './auth/token.controller';
import { MedusaStoreCustomersController } from './store/customers/customers.controller';
import { MedusaStorePaymentCollectionsController } from './store/payment-collections/payment-collections.controller';
import { MedusaStorePaymentProvidersController } from './store/payment-providers/payment-providers.controller';
import { MedusaStoreRegionsController } from './store/regions/regions.controller';

/** Medusa's v2 Store API and auth routes. */
@Module({
  imports: [
    CustomersModule,
    LoginsModule,
    StoresModule,
    PaymentMethodsModule,
    PaymentSessionsModule,
    CheckoutModule,
    GatewayEventsModule,
  ],
  controllers: [
    MedusaStorePaymentCollectionsController,
    MedusaStorePaymentProvidersController,
    MedusaStoreCartsController,
    MedusaPaymentHooksController,
    MedusaStoreLineItemsController,
    MedusaStoreOrdersController,
    MedusaStoreRegionsController,
    MedusaStoreCustomersController,
    MedusaEmailpassController,
    MedusaTokenController,
    MedusaSessionController,
  ],
  providers: [BrowserSessions, CookieSessions, MedusaStoreGuard, PublishableKeys],
})
export class MedusaStoreModule {}

/** Medusa's v2 Admin API. */
@Module({
  imports: [
    CustomersModule,
    StaffModule,
    PaymentMethodsModule,
    PaymentsModule,
    PaymentSessionsModule,
    CheckoutModule,
  ],
  controllers: [
    // Before the payments controller, so that "payment-providers" is not read as a payment's id.
    MedusaAdminPaymentProvidersController,
    MedusaAdminPaymentsController,
    MedusaAdminPaymentCollectionsController,
    MedusaAdminRefundReasonsController,
    MedusaAdminApiKeysController,
    MedusaAdminOrdersController,
    MedusaAdminRegionsController,
    MedusaAdminCustomersController,
    MedusaAdminUsersController,
    MedusaAdminInvitesController,
    MedusaAdminInviteAcceptController,
  ],
})
export class MedusaAdminModule {}
