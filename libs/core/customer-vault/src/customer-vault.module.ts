import { Module } from '@nestjs/common';
import { AccountHoldersModule } from './account-holders';
import { CustomersModule } from '@tandem/customers';
import { PaymentMethodsModule } from '@tandem/payment-methods';
import { CompleteSetupSession } from './setup-sessions/complete-setup-session';
import { CreateSetupSession } from './setup-sessions/create-setup-session';
import { GatewayCards } from './cards/gateway-cards';
import { RemoveSavedCard } from './cards/remove-saved-card';
import { SavePaidCard } from './cards/save-paid-card';
import { SavedCardsRepository } from './cards/saved-cards.repository';
import { SavedMethodsReader } from './cards/saved-methods.reader';
import { SetupSessionsRepository } from './setup-sessions/setup-sessions.repository';
import { SetupSettlement } from './setup-sessions/setup-settlement';

const PUBLIC_API = [
  CreateSetupSession,
  CompleteSetupSession,
  RemoveSavedCard,
  SavedMethodsReader,
  GatewayCards,
  SavePaidCard,
];

@Module({
  imports: [CustomersModule, AccountHoldersModule, PaymentMethodsModule],
  providers: [SavedCardsRepository, SetupSessionsRepository, SetupSettlement, ...PUBLIC_API],
  exports: PUBLIC_API,
})
export class CustomerVaultModule {}
