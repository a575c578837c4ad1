import { Module } from '@nestjs/common';
import { AccountHoldersModule } from '@tandem/account-holders';
import { OrdersModule } from '@tandem/orders';
import { PaymentCollectionsModule } from '@tandem/payment-collections';
import { PaymentMethodsModule } from '@tandem/payment-methods';
import { PaymentsModule } from '@tandem/payments';
import { replaceable } from '@tandem/plugins';
import { SavedMethodsModule } from '@tandem/saved-methods';
import { BeginAuthorization } from './begin-authorization';
import { CloseGivenUpSessions } from './close-given-up-sessions';
import { CancelOpenSessions } from './cancel-open-sessions';
import { CompletePaymentSession } from './complete-payment-session';
import { CreatePaymentSession } from './create-payment-session';
import { CreateRemoteSession } from './create-remote-session';
import { ExpireSessions } from './expire-sessions';
import { FindCardChange } from './find-card-change';
import { FindNamedCard } from './find-named-card';
import { GatewayOutcomes } from './gateway-outcomes';
import { GatewaySessions } from './gateway-sessions.repository';
import { GivenUpSessions } from './given-up-sessions.repository';
import { InitiateCollection } from './initiate-collection';
import { MarkCollectionPaid } from './mark-collection-paid';
import { PayableAmount } from './payable-amount';
import { PaymentSessionsReader } from './payment-sessions.reader';
import { PaymentSessionsRepository } from './payment-sessions.repository';
import { PaymentsInCollections } from './payments-in-collections.reader';
import { PrepareSession } from './prepare-session';
import { ReplacePaymentSession } from './replace-payment-session';
import { SessionLocks } from './session-locks';
import { SessionSettlement } from './session-settlement';
import { SessionsByHandRepository } from './sessions-by-hand.repository';
import { StoreSession } from './store-session';
import { TakePayment } from './take-payment';
import { UpdatePaymentSession } from './update-payment-session';

const DOOR = [
  GatewayOutcomes,
  GatewaySessions,
  SessionLocks,
  PaymentSessionsReader,
  PaymentsInCollections,
  SessionSettlement,
  PaymentSessionsRepository,
  CancelOpenSessions,
  TakePayment,
  MarkCollectionPaid,
  ReplacePaymentSession,
  UpdatePaymentSession,
  CompletePaymentSession,
  InitiateCollection,
];

@Module({
  imports: [
    OrdersModule,
    PaymentMethodsModule,
    SavedMethodsModule,
    AccountHoldersModule,
    PaymentCollectionsModule,
    PaymentsModule,
  ],
  providers: [
    PrepareSession,
    FindNamedCard,
    FindCardChange,
    StoreSession,
    CreateRemoteSession,
    BeginAuthorization,
    PayableAmount,
    ExpireSessions,
    SessionsByHandRepository,
    GivenUpSessions,
    CloseGivenUpSessions,
    ...DOOR,
    replaceable(CreatePaymentSession),
  ],
  exports: [...DOOR, CreatePaymentSession],
})
export class PaymentSessionsModule {}
