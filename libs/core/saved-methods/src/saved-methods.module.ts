import { Module } from '@nestjs/common';
import { AccountHoldersModule } from '@tandem/account-holders';
import { AccountsModule } from '@tandem/accounts';
import { PaymentMethodsModule } from '@tandem/payment-methods';
import { CompleteSetupSession } from './complete-setup-session';
import { CreateSetupSession } from './create-setup-session';
import { GatewayCards } from './gateway-cards';
import { RemoveSavedCard } from './remove-saved-card';
import { SavePaidCard } from './save-paid-card';
import { SavedCardsRepository } from './saved-cards.repository';
import { SavedMethodsReader } from './saved-methods.reader';
import { SetupSessionsRepository } from './setup-sessions.repository';
import { SetupSettlement } from './setup-settlement';

const DOOR = [
  CreateSetupSession,
  CompleteSetupSession,
  RemoveSavedCard,
  SavedMethodsReader,
  GatewayCards,
  SavePaidCard,
];

@Module({
  imports: [AccountsModule, AccountHoldersModule, PaymentMethodsModule],
  providers: [SavedCardsRepository, SetupSessionsRepository, SetupSettlement, ...DOOR],
  exports: DOOR,
})
export class SavedMethodsModule {}
