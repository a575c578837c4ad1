import { Module } from '@nestjs/common';
import { AccountsModule } from '@tandem/accounts';
import { CheckoutModule } from '@tandem/checkout';
import { PaymentMethodsModule } from '@tandem/payment-methods';
import { PaymentSessionsModule } from '@tandem/payment-sessions';
import { PaymentsModule } from '@tandem/payments';
import { StoresModule } from '@tandem/stores';
import { MedusaAdminCustomersController } from './admin/customers/customers.controller';
import { MedusaAdminInviteAcceptController } from './admin/invites/accept/accept.controller';
import { MedusaAdminInvitesController } from './admin/invites/invites.controller';
import { MedusaAdminPaymentsController } from './admin/payments/payments.controller';
import { MedusaAdminUsersController } from './admin/users/users.controller';
import { BrowserSessions } from './auth/browser-sessions';
import { MedusaEmailpassController } from './auth/emailpass.controller';
import { MedusaSessionController } from './auth/session.controller';
import { MedusaTokenController } from './auth/token.controller';
import { MedusaStoreCartsController } from './store/carts/carts.controller';
import { MedusaStoreCustomersController } from './store/customers/customers.controller';
import { MedusaStorePaymentCollectionsController } from './store/payment-collections/payment-collections.controller';
import { MedusaStorePaymentProvidersController } from './store/payment-providers/payment-providers.controller';

/** Medusa's v2 Store API, and its logins. */
@Module({
  imports: [AccountsModule, StoresModule, PaymentMethodsModule, PaymentSessionsModule, CheckoutModule],
  controllers: [
    MedusaStorePaymentCollectionsController,
    MedusaStorePaymentProvidersController,
    MedusaStoreCartsController,
    MedusaStoreCustomersController,
    MedusaEmailpassController,
    MedusaTokenController,
    MedusaSessionController,
  ],
  providers: [BrowserSessions],
})
export class MedusaStoreModule {}

/** Medusa's v2 Admin API. */
@Module({
  imports: [AccountsModule, PaymentsModule],
  controllers: [
    MedusaAdminPaymentsController,
    MedusaAdminCustomersController,
    MedusaAdminUsersController,
    MedusaAdminInvitesController,
    MedusaAdminInviteAcceptController,
  ],
})
export class MedusaAdminModule {}
