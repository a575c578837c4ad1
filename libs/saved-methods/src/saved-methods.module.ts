import { Module } from '@nestjs/common';
import { AccountHoldersModule } from '@tandem/account-holders';
import { AccountsModule } from '@tandem/accounts';
import { PaymentMethodsModule } from '@tandem/payment-methods';
import { CompleteSetupSession } from './complete-setup-session';
import { CreateSetupSession } from './create-setup-session';
import { RemoveSavedCard } from './remove-saved-card';
import { SavedCardsRepository } from './saved-cards.repository';
import { SavedMethodsReader } from './saved-methods.reader';
import { SetupSessionsRepository } from './setup-sessions.repository';

const DOOR = [CreateSetupSession, CompleteSetupSession, RemoveSavedCard, SavedMethodsReader];

@Module({
  imports: [AccountsModule, AccountHoldersModule, PaymentMethodsModule],
  providers: [SavedCardsRepository, SetupSessionsRepository, ...DOOR],
  exports: DOOR,
})
export class SavedMethodsModule {}
