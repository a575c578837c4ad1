import { Module } from '@nestjs/common';
import { AccountHoldersModule, CustomerVaultModule } from '@tandem/customer-vault';
import { OrdersModule } from '@tandem/orders';
import { PaymentCollectionsModule } from '@tandem/payment-collections';
import { PaymentMethodsModule } from '@tandem/payment-methods';
import { PaymentsModule } from '@tandem/payments';
import { replaceable } from '@tandem/plugins';
import { BeginAuthorization } from './complete/begin-authorization';
import { CancelAbandonedSessions } from './abandon/cancel-abandoned-sessions';
import { CancelOpenSessions } from './abandon/cancel-open-sessions';
import { CollectionDetailsRepository } from './collection-details.repository';
import { CompletePaymentSession } from './complete/complete-payment-session';
import { CreatePaymentSession } from './create/create-payment-session';
import { CreateRemoteSession } from './create/create-remote-session';
import { ExpireSessions } from './abandon/expire-sessions';
import { FindCardChange } from './create/find-card-change';
import { FindNamedCard } from './create/find-named-card';
import { GatewayOutcomes } from './complete/gateway-outcomes';
import { GatewaySessionsRepository } from './abandon/gateway-sessions.repository';
import { AbandonedSessionsRepository } from './abandon/abandoned-sessions.repository';
import { GatewaySessionsReader } from './gateway-sessions.reader';
import { InitiateCollection } from './create/initiate-collection';
import { MarkCollectionPaid } from './mark-paid/mark-collection-paid';
import { PayableAmount } from './create/payable-amount';
import { PaymentSessionsReader } from './payment-sessions.reader';
import { PaymentSessionsRepository } from './payment-sessions.repository';
import { PaymentsInCollections } from './payments-in-collections.reader';
import { BuildSession } from './create/build-session';
import { ReplacePaymentSession } from './replace/replace-payment-session';
import { PayableSessionsRepository } from './complete/payable-sessions.repository';
import { SessionLocks } from './session-locks';
import { SessionSettlement } from './complete/session-settlement';
import { ManualSessionsRepository } from './update/manual-sessions.repository';
import { InsertSession } from './create/insert-session';
import { SessionBatches } from './create/session-batches';
import { TakePayment } from './complete/take-payment';
import { UpdatePaymentSession } from './update/update-payment-session';

const ACTS = [
  GatewayOutcomes,
  GatewaySessionsReader,
  SessionLocks,
  PayableSessionsRepository,
  PaymentSessionsReader,
  PaymentsInCollections,
  SessionSettlement,
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
    CustomerVaultModule,
    AccountHoldersModule,
    PaymentCollectionsModule,
    PaymentsModule,
  ],
  providers: [
    PaymentSessionsRepository,
    GatewaySessionsRepository,
    BuildSession,
    FindNamedCard,
    FindCardChange,
    InsertSession,
    SessionBatches,
    CreateRemoteSession,
    BeginAuthorization,
    PayableAmount,
    ExpireSessions,
    ManualSessionsRepository,
    AbandonedSessionsRepository,
    CollectionDetailsRepository,
    CancelAbandonedSessions,
    ...ACTS,
    replaceable(CreatePaymentSession),
  ],
  exports: [...ACTS, CreatePaymentSession],
})
export class PaymentSessionsModule {}
