import { Injectable } from '@nestjs/common';
import { CustomerNotFound, CustomersReader } from '@tandem/customers';
import type { Page, Paging, RequestContext } from '@tandem/context';
import { Database, type Queryable } from '@tandem/database';
import type { Money } from '@tandem/money';
import type { CreditUse, GiftCard, StoreCredit } from './credit';
import { CreditUsesRepository } from './credit-uses.repository';
import { GiftCardsRepository } from './gift-cards.repository';
import { GiftCardNotFound, StoreCreditNotFound } from './store-credits.errors';
import { StoreCreditsRepository } from './store-credits.repository';

@Injectable()
export class CreditsReader {
  constructor(
    private readonly database: Database,
    private readonly customers: CustomersReader,
    private readonly storeCredits: StoreCreditsRepository,
    private readonly giftCards: GiftCardsRepository,
    private readonly uses: CreditUsesRepository,
  ) {}

  /** A customer's own. */
  storeCreditsWithin(ctx: RequestContext, paging: Paging): Promise<Page<StoreCredit>> {
    const { customerId } = ctx.caller.reach;
    if (customerId === null) return Promise.resolve({ items: [], count: 0 });
    return this.storeCredits.page(this.database, ctx.storeId, customerId, paging);
  }

  /** Any customer's, for the store's own people. @throws CustomerNotFound */
  async storeCreditsOf(ctx: RequestContext, customerId: string, paging: Paging): Promise<Page<StoreCredit>> {
    const found = await this.customers.find(ctx.storeId, customerId);
    if (!found) throw new CustomerNotFound();
    return this.storeCredits.page(this.database, ctx.storeId, found.id, paging);
  }

  /** One of a customer. @throws StoreCreditNotFound */
  async storeCredit(
    ctx: RequestContext,
    customerId: string,
    id: string,
    on: Queryable = this.database,
  ): Promise<StoreCredit> {
    const found = await this.storeCredits.find(on, ctx.storeId, customerId, id);
    if (found === null) throw new StoreCreditNotFound();
    return found;
  }

  /** All that a customer has left in a currency. */
  remaining(
    storeId: string,
    customerId: string,
    currency: string,
    on: Queryable = this.database,
  ): Promise<Money> {
    return this.storeCredits.remaining(on, storeId, customerId, currency);
  }

  /** A customer's own; the whole store's for its own people. */
  giftCardsWithin(ctx: RequestContext, paging: Paging): Promise<Page<GiftCard>> {
    return this.giftCards.page(this.database, ctx.storeId, ctx.caller.reach.customerId, paging);
  }

  /** One within the caller's reach. @throws GiftCardNotFound */
  async giftCard(ctx: RequestContext, id: string, on: Queryable = this.database): Promise<GiftCard> {
    const { all, customerId } = ctx.caller.reach;
    const found = await this.giftCards.find(on, ctx.storeId, id);
    const isMine = customerId !== null && found?.customerId === customerId;
    if (found === null || !(all || isMine)) throw new GiftCardNotFound();
    return found;
  }

  /** The gift card that pays a part of each of these orders, by the order's id. */
  async giftCardsOf(
    storeId: string,
    orderIds: readonly string[],
    on: Queryable = this.database,
  ): Promise<ReadonlyMap<string, GiftCard>> {
    if (orderIds.length === 0) return new Map();
    return new Map(await this.uses.giftCardsOf(on, storeId, orderIds));
  }

  /** What credit holds for, or has paid of, these orders, oldest first. */
  async usesOf(
    storeId: string,
    orderIds: readonly string[],
    on: Queryable = this.database,
  ): Promise<readonly CreditUse[]> {
    return orderIds.length === 0 ? [] : this.uses.ofOrders(on, storeId, orderIds);
  }
}
