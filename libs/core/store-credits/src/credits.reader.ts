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

  /** The calling customer's store credits. */
  findOwnStoreCredits(ctx: RequestContext, paging: Paging): Promise<Page<StoreCredit>> {
    const { customerId } = ctx.caller.scope;
    if (customerId === null) return Promise.resolve({ items: [], count: 0 });
    return this.storeCredits.findPage(this.database, ctx.storeId, customerId, paging);
  }

  /** Any customer's store credits, for staff. @throws CustomerNotFound */
  async findStoreCredits(
    ctx: RequestContext,
    customerId: string,
    paging: Paging,
  ): Promise<Page<StoreCredit>> {
    const found = await this.customers.find(ctx.storeId, customerId);
    if (!found) throw new CustomerNotFound();
    return this.storeCredits.findPage(this.database, ctx.storeId, found.id, paging);
  }

  /** A store credit of this customer. @throws StoreCreditNotFound */
  async getStoreCredit(
    ctx: RequestContext,
    customerId: string,
    id: string,
    on: Queryable = this.database,
  ): Promise<StoreCredit> {
    const found = await this.storeCredits.findById(on, ctx.storeId, customerId, id);
    if (found === null) throw new StoreCreditNotFound();
    return found;
  }

  /** A customer's total remaining store credit in a currency. */
  sumRemaining(
    storeId: string,
    customerId: string,
    currency: string,
    on: Queryable = this.database,
  ): Promise<Money> {
    return this.storeCredits.sumRemaining(on, storeId, customerId, currency);
  }

  /** The calling customer's gift cards; for staff, all of the store. */
  findGiftCards(ctx: RequestContext, paging: Paging): Promise<Page<GiftCard>> {
    return this.giftCards.findPage(this.database, ctx.storeId, ctx.caller.scope.customerId, paging);
  }

  /** A gift card in the caller's access scope. @throws GiftCardNotFound */
  async getGiftCard(ctx: RequestContext, id: string, on: Queryable = this.database): Promise<GiftCard> {
    const { all, customerId } = ctx.caller.scope;
    const found = await this.giftCards.findById(on, ctx.storeId, id);
    const isOwn = customerId !== null && found?.customerId === customerId;
    if (found === null || !(all || isOwn)) throw new GiftCardNotFound();
    return found;
  }

  /** The gift cards applied to these orders, by order id. */
  async findGiftCardsByOrders(
    storeId: string,
    orderIds: readonly string[],
    on: Queryable = this.database,
  ): Promise<ReadonlyMap<string, GiftCard>> {
    if (orderIds.length === 0) return new Map();
    return new Map(await this.uses.findGiftCardsByOrders(on, storeId, orderIds));
  }

  /** The reserved and spent credit of these orders, oldest first. */
  async findUsesByOrders(
    storeId: string,
    orderIds: readonly string[],
    on: Queryable = this.database,
  ): Promise<readonly CreditUse[]> {
    return orderIds.length === 0 ? [] : this.uses.findByOrders(on, storeId, orderIds);
  }
}
