import { Module } from '@nestjs/common';
import { OrdersModule } from '@tandem/orders';
import { PaymentCollectionsModule } from '@tandem/payment-collections';
import { PaymentMethodsModule } from '@tandem/payment-methods';
import { PaymentsModule } from '@tandem/payments';
import { SavedMethodsModule } from '@tandem/saved-methods';
import { BeginAuthorization } from './begin-authorization';
import { CancelOpenSessions } from './cancel-open-sessions';
import { CompletePaymentSession } from './complete-payment-session';
import { CreatePaymentSession } from './create-payment-session';
import { ExpireSessions } from './expire-sessions';
import { InitiateCollection } from './initiate-collection';
import { OpenRemotely } from './open-remotely';
import { PaymentSessionsReader } from './payment-sessions.reader';
import { PaymentSessionsRepository } from './payment-sessions.repository';
import { PrepareSession } from './prepare-session';
import { ReplacePaymentSession } from './replace-payment-session';
import { SessionLocks } from './session-locks';
import { SessionSettlement } from './session-settlement';
import { StoreSession } from './store-session';
import { TakePayment } from './take-payment';
import { UpdatePaymentSession } from './update-payment-session';

@Module({
  imports: [OrdersModule, PaymentMethodsModule, SavedMethodsModule, PaymentCollectionsModule, PaymentsModule],
  providers: [
    PaymentSessionsRepository,
    PaymentSessionsReader,
    SessionLocks,
    PrepareSession,
    StoreSession,
    OpenRemotely,
    SessionSettlement,
    BeginAuthorization,
    CancelOpenSessions,
    TakePayment,
    ExpireSessions,
    CreatePaymentSession,
    ReplacePaymentSession,
    UpdatePaymentSession,
    CompletePaymentSession,
    InitiateCollection,
  ],
  exports: [
    PaymentSessionsReader,
    SessionSettlement,
    PaymentSessionsRepository,
    CancelOpenSessions,
    TakePayment,
    CreatePaymentSession,
    ReplacePaymentSession,
    UpdatePaymentSession,
    CompletePaymentSession,
    InitiateCollection,
  ],
})
export class PaymentSessionsModule {}
