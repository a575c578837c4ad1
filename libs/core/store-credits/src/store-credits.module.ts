import { Module } from '@nestjs/common';
import { CustomersModule } from '@tandem/customers';
import { CancelGiftCard } from './cancel-gift-card';
import { CreditUsesRepository } from './credit-uses.repository';
import { CreditsReader } from './credits.reader';
import { GiftCardsRepository } from './gift-cards.repository';
import { IssueGiftCard } from './issue-gift-card';
import { IssueStoreCredit } from './issue-store-credit';
import { OrderCredit } from './order-credit';
import { StoreCreditsRepository } from './store-credits.repository';

@Module({
  imports: [CustomersModule],
  providers: [
    StoreCreditsRepository,
    GiftCardsRepository,
    CreditUsesRepository,
    OrderCredit,
    CreditsReader,
    IssueStoreCredit,
    IssueGiftCard,
    CancelGiftCard,
  ],
  exports: [OrderCredit, CreditsReader, IssueStoreCredit, IssueGiftCard, CancelGiftCard],
})
export class StoreCreditsModule {}
